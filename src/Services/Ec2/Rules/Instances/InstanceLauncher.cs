using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Placements;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// Launches instances: as many as the request allows and quota and addresses leave, at least its minimum. Source: EC2
/// API Reference, RunInstances (MinCount, MaxCount).
/// </summary>
internal sealed class InstanceLauncher(Call call, RunInstancesRequest request, LaunchOrder? order = null)
{
    private readonly Dictionary<SubnetId, SubnetAddresses> _addresses = [];
    private readonly IReadOnlyList<TagSpecification> _tags = LaunchRefusals.TagsFor(request, ResourceType.Instance);
    private readonly IReadOnlyList<TagSpecification> _interfaceTags =
        LaunchRefusals.TagsFor(request, ResourceType.NetworkInterface);
    private readonly List<InstanceParts> _parts = [];

    /// <summary>What was made with each of the instances that were launched, in their order.</summary>
    public IReadOnlyList<InstanceParts> Parts => _parts;

    /// <summary>Launches them.</summary>
    /// <exception cref="ServiceException">The request is refused, or the minimum does not fit.</exception>
    public IReadOnlyList<InstanceRecord> Launch()
    {
        LaunchRefusals.Check(request);
        LaunchRefusals.CheckTags(request);
        request = request with { ImageId = ImageAlias.Resolve(call, request.ImageId) };
        SpotTerms.Check(call, request);
        var profile = InstanceProfiles.ArnOf(call, request.IamInstanceProfile);
        var type = LaunchOptions.TypeOf(request);
        var market = new MarketLaunch(call, request, order ?? new());
        var placed = market.Placed(type, request.MinCount!.Value);
        var plans = new LaunchInterfaces(call, placed, type).Plan();
        var template = LaunchOptions.Template(call, placed, plans[0].Subnet) with
        {
            AssociatePublicIp = plans[0].PublicIp,
        };
        var launched = Launch(template, plans, type, market);
        InstanceProfiles.Launch(call, launched, profile);
        StateEvents.Tell(call, launched);
        market.Finish(launched);
        ImageOf.Launched(call, request.ImageId!);
        return launched;
    }

    private List<InstanceRecord> Launch(
        InstanceRecord template, IReadOnlyList<InterfacePlan> plans, InstanceTypeFacts type, MarketLaunch market)
    {
        var (min, max) = (order?.IsPartial == true ? 1 : request.MinCount!.Value, request.MaxCount!.Value);
        var reserved = market.IsSpot ? ReservedPlaces.None : ReservedPlaces.Of(call, template);
        var fitting = market.Fitting(type, new(template.AvailabilityZone, type.Name), min, max, reserved);
        var places = new GroupPlaces(call, request.Placement, type, template.AvailabilityZone);
        fitting = places.Fitting(min, fitting);
        min = order?.IsPartial == true ? 0 : min;
        var volumes = new LaunchVolumes(call, request, template, plans.Count);
        volumes.Take(fitting);
        template = template with
        {
            RootDevice = volumes.Root, CanHibernate = Hibernation.IsConfigured(request, type, volumes.RootPlan),
        };
        var launched = new List<InstanceRecord>();
        while (launched.Count < fitting)
        {
            var instance = template with { Id = call.NewId<InstanceId>(), LaunchIndex = launched.Count };
            if (TryMakeInterfaces(instance, plans, required: launched.Count < min) is not { } faces)
            {
                break;
            }

            instance = reserved.Take(market.Marked(places.Place(instance)));
            call.Write(InstanceTables.Instances).PutNew(instance);
            TagStore.PutNew(call, InstanceKinds.Instance, instance.Id.Value, _tags);
            _parts.Add(new(faces, volumes.Make(instance.Id)));
            launched.Add(instance);
        }

        volumes.GiveBack(fitting - launched.Count);
        return launched;
    }

    private List<NetworkInterfaceRecord>? TryMakeInterfaces(
        InstanceRecord instance, IReadOnlyList<InterfacePlan> plans, bool required)
    {
        var made = new List<NetworkInterfaceRecord>(plans.Count);
        try
        {
            foreach (var plan in plans)
            {
                made.Add(Make(instance, plan));
            }
        }
        catch (ServiceException refusal) when (!required && IsShortage(refusal))
        {
            made.ForEach(face => InterfaceFactory.Remove(call, face.Id));
            return null;
        }

        return made;
    }

    private NetworkInterfaceRecord Make(InstanceRecord instance, InterfacePlan plan)
    {
        var attachment =
            InstanceInterfaces.NewAttachment(call, instance, plan.DeviceIndex, plan.DeleteOnTermination);
        if (plan.Existing is { } existing)
        {
            var attached = existing with { Attachment = attachment, Detached = null };
            call.Write(Tables.NetworkInterfaces).Put(attached);
            return attached;
        }

        if (!_addresses.TryGetValue(plan.Subnet.Id, out var addresses))
        {
            addresses = _addresses[plan.Subnet.Id] = new(call, plan.Subnet);
        }

        var hasIpv4 = plan is { PublicIp: true, Subnet.Ipv6Native: false };
        var order = plan.Order! with
        {
            Attachment = attachment,
            PublicIp = hasIpv4 ? PublicIps.Draw(call, automatic: true) : null,
        };
        var face = InterfaceFactory.Create(call, order, addresses);
        TagStore.PutNew(call, Ec2Kinds.NetworkInterface, face.Id.Value, _interfaceTags);
        return face;
    }

    private static bool IsShortage(ServiceException refusal) =>
        refusal.Code is "InsufficientFreeAddressesInSubnet" or "InsufficientCidrBlocks"
            or "NetworkInterfaceLimitExceeded";
}
