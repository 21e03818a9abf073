using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Instances for services that keep groups of them.</summary>
internal sealed class InstanceSupply : IInstanceSupply
{
    private static readonly string[] Shortages =
    [
        "InsufficientInstanceCapacity", "InsufficientFreeAddressesInSubnet", "SpotMaxPriceTooLow",
        "UnfulfillableCapacity", "ReservationCapacityExceeded",
    ];

    /// <inheritdoc/>
    public SupplyTemplate Resolve(ReadCall call, SupplyTemplateName template)
    {
        var found = TemplateLookup.Get(call, template.Id, template.Name);
        var version = TemplateLookup.Version(call, found, template.Version);
        var data = ShapeJson.Read<RequestLaunchTemplateData>(version.Data);
        return new(found.Id.Value, found.Name, version.Number, data.InstanceType?.ToWire(), data.ImageId)
        {
            IsSpot = data.InstanceMarketOptions?.MarketType == MarketType.Spot,
            Requirements = data.InstanceRequirements is { } wanted
                ? ShapeJson.Members(wanted).ToJsonString() : null,
        };
    }

    /// <inheritdoc/>
    public SupplyPlace PlaceOf(ReadCall call, string subnetId) => PlaceOf(Ec2Kinds.Subnet.Get(call, subnetId));

    /// <inheritdoc/>
    public SupplyPlace DefaultPlaceOf(ReadCall call, string zone) =>
        PlaceOf(LaunchSubnet.Choose(call, null, new Placement { AvailabilityZone = zone }));

    /// <inheritdoc/>
    public bool IsCluster(ReadCall call, string placementGroup) =>
        call.Read(TemplateTables.PlacementGroups).By(TemplateTables.PlacementGroupsByName, placementGroup)
            .Any(group => group.Strategy == PlacementStrategy.Cluster);

    /// <inheritdoc/>
    public SupplyOutcome Launch(Call call, SupplyOrder order)
    {
        var launched = new List<SuppliedInstance>();
        try
        {
            // What fits less than all is launched; the rest is then refused with the reason.
            while (launched.Count < order.Count)
            {
                var (request, own) = SupplyRequest.Of(call, order with { Count = order.Count - launched.Count });
                var some = new InstanceLauncher(call, request, own).Launch();
                if (some.Count == 0)
                {
                    return new(launched, new("InsufficientInstanceCapacity", "No instance was launched.", true));
                }

                InstanceLoop.Launch(call, some[0].ReservationId);
                launched.AddRange(some.Select(instance => View(call, instance)));
            }

            return new(launched, null);
        }
        catch (ServiceException refusal)
        {
            return new(launched, new(refusal.Code, refusal.Message, Shortages.Contains(refusal.Code)));
        }
    }

    /// <inheritdoc/>
    public SuppliedInstance? Find(ReadCall call, string instanceId) =>
        call.Read(InstanceTables.Instances).Find(new(instanceId)) is { } instance ? View(call, instance) : null;

    /// <inheritdoc/>
    public void Terminate(Call call, string instanceId) => FleetLoop.Terminate(call, new(instanceId));

    /// <inheritdoc/>
    public void Stop(Call call, string instanceId, bool hibernates)
    {
        var instance = InstanceKinds.Instance.Get(call, instanceId);
        if (hibernates)
        {
            InstanceOrders.Hibernate(call, instance);
        }
        else
        {
            InstanceOrders.Stop(call, instance, cutOff: false);
        }
    }

    /// <inheritdoc/>
    public void Start(Call call, string instanceId) =>
        new StartInstances().Run(new() { InstanceIds = [instanceId] }, call);

    /// <inheritdoc/>
    public void Tag(
        Call call, string instanceId, IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> without)
    {
        if (!call.Read(InstanceTables.Instances).Contains(new(instanceId)))
        {
            return;
        }

        SystemTags.Change(call, instanceId, tags, without);
    }

    private static SupplyPlace PlaceOf(SubnetRecord subnet) =>
        new(subnet.Id.Value, subnet.VpcId.Value, subnet.AvailabilityZone, subnet.AvailabilityZoneId);

    private static SuppliedInstance View(ReadCall call, InstanceRecord instance) => new()
    {
        Id = instance.Id.Value,
        InstanceType = instance.InstanceType,
        ImageId = instance.ImageId,
        Place = new(
            instance.SubnetId.Value, instance.VpcId.Value, instance.AvailabilityZone, instance.AvailabilityZoneId),
        State = instance.State switch
        {
            InstanceStateName.Pending => SuppliedState.Pending,
            InstanceStateName.Running => SuppliedState.Running,
            InstanceStateName.Stopping => SuppliedState.Stopping,
            InstanceStateName.Stopped => SuppliedState.Stopped,
            InstanceStateName.ShuttingDown => SuppliedState.ShuttingDown,
            _ => SuppliedState.Terminated,
        },
        LaunchTime = instance.LaunchTime,
        IsHibernated = instance.IsHibernated,
        IsSpot = instance.SpotRequestId is not null,
        RebalanceAt = instance.RebalanceAt,
        ImpairedSince = Since(call, instance, CheckKind.System) ?? Since(call, instance, CheckKind.Instance),
        VolumesImpairedSince = VolumesSince(call, instance),
    };

    // Source: EC2 Auto Scaling User Guide, "View health check status": volumes of stopped instances have a status too.
    private static DateTimeOffset? VolumesSince(ReadCall call, InstanceRecord instance) =>
        instance.State != InstanceStateName.Stopped
            ? Since(call, instance, CheckKind.Ebs)
            : StatusChecks.Current(call, instance, CheckKind.Ebs) is { IsSilent: false } wrong ? wrong.From : null;

    private static DateTimeOffset? Since(ReadCall call, InstanceRecord instance, CheckKind check) =>
        StatusChecks.Now(call, instance, check) is { Status: SummaryStatus.Impaired } failed
            ? failed.ImpairedSince
            : null;
}
