using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A fleet as the API writes it.</summary>
internal static class FleetView
{
    /// <summary>The fleet with what it has reached.</summary>
    public static FleetData Of(FleetRecord fleet, ReadCall call)
    {
        var request = ShapeJson.Read<CreateFleetRequest>(fleet.Request);
        var members = FleetUpkeep.Members(call, fleet).ToList();
        var instant = fleet.Type == FleetType.Instant;
        return new()
        {
            FleetId = fleet.Id.Value,
            FleetState = fleet.State,
            ActivityStatus = StatusOf(fleet, members),
            CreateTime = fleet.CreateTime,
            ClientToken = request.ClientToken,
            Type = fleet.Type,
            ExcessCapacityTerminationPolicy =
                request.ExcessCapacityTerminationPolicy ?? FleetExcessCapacityTerminationPolicy.Termination,
            FulfilledCapacity = members.Sum(i => i.Fleet!.Weight),
            FulfilledOnDemandCapacity = FleetUpkeep.UnitsOf(members, spot: false),
            LaunchTemplateConfigs =
                [.. request.LaunchTemplateConfigs!.Select(ShapeJson.As<FleetLaunchTemplateConfig>)],
            TargetCapacitySpecification = new()
            {
                TotalTargetCapacity = (int)fleet.Total,
                OnDemandTargetCapacity = (int)fleet.OnDemand,
                SpotTargetCapacity = (int)fleet.Spot,
                DefaultTargetCapacityType = request.TargetCapacitySpecification!.DefaultTargetCapacityType,
                TargetCapacityUnitType = request.TargetCapacitySpecification.TargetCapacityUnitType,
            },
            TerminateInstancesWithExpiration = request.TerminateInstancesWithExpiration == true,
            ValidFrom = request.ValidFrom,
            ValidUntil = request.ValidUntil,
            ReplaceUnhealthyInstances = false,
            SpotOptions = request.SpotOptions is { } spot ? ShapeJson.As<SpotOptions>(spot) : null,
            OnDemandOptions = request.OnDemandOptions is { } demand ? ShapeJson.As<OnDemandOptions>(demand) : null,
            Tags = TagStore.View(call, fleet.Id.Value),
            Errors = instant ? [.. ErrorsOf(fleet, request).Select(ShapeJson.As<DescribeFleetError>)] : [],
            Instances = instant
                ? [.. InstancesOf(members, request).Select(ShapeJson.As<DescribeFleetsInstances>)]
                : [],
        };
    }

    /// <summary>The errors of the last attempt.</summary>
    public static IReadOnlyList<CreateFleetError> ErrorsOf(FleetRecord fleet, CreateFleetRequest request) =>
    [
        .. fleet.Errors.Select(error => new CreateFleetError
        {
            LaunchTemplateAndOverrides = Source(request, error.Config, error.Override),
            Lifecycle = error.IsSpot ? InstanceLifecycle.Spot : InstanceLifecycle.OnDemand,
            ErrorCode = error.Code,
            ErrorMessage = error.Message,
        }),
    ];

    /// <summary>Instances by the pool that they came from.</summary>
    public static IReadOnlyList<CreateFleetInstance> InstancesOf(
        IEnumerable<InstanceRecord> instances, CreateFleetRequest request) =>
    [
        .. instances.GroupBy(i =>
            (i.Fleet!.Config, i.Fleet.Override, i.InstanceType, i.SpotRequestId is null, i.SubnetId))
            .Select(group => new CreateFleetInstance
            {
                LaunchTemplateAndOverrides = Source(request, group.Key.Config, group.Key.Override, group.First()),
                Lifecycle = group.Key.Item4 ? InstanceLifecycle.OnDemand : InstanceLifecycle.Spot,
                InstanceIds = [.. group.Select(i => i.Id.Value)],
                InstanceType = InstanceTypeWire.Parse(group.Key.InstanceType),
            }),
    ];

    private static LaunchTemplateAndOverridesResponse Source(
        CreateFleetRequest request, int config, int? place, InstanceRecord? instance = null)
    {
        var from = request.LaunchTemplateConfigs![config];
        var overrides = place is { } p && from.Overrides is { } all
            ? ShapeJson.As<FleetLaunchTemplateOverrides>(all[p])
            : new FleetLaunchTemplateOverrides();
        return new()
        {
            LaunchTemplateSpecification =
                ShapeJson.As<FleetLaunchTemplateSpecification>(from.LaunchTemplateSpecification!),
            Overrides = instance is null ? overrides : overrides with
            {
                InstanceType = InstanceTypeWire.Parse(instance.InstanceType),
                AvailabilityZone = instance.AvailabilityZone,
                SubnetId = instance.SubnetId.Value,
            },
        };
    }

    private static FleetActivityStatus? StatusOf(FleetRecord fleet, List<InstanceRecord> members)
    {
        if (fleet.Type == FleetType.Instant)
        {
            return fleet.Errors.IsEmpty ? FleetActivityStatus.Fulfilled : FleetActivityStatus.Error;
        }

        if (fleet.State is FleetStateCode.DeletedTerminating)
        {
            return FleetActivityStatus.PendingTermination;
        }

        var reached = fleet.Type == FleetType.Request
            ? fleet.LaunchedOnDemand + fleet.LaunchedSpot
            : members.Sum(i => i.Fleet!.Weight);
        return reached > fleet.Total && fleet.State == FleetStateCode.Modifying
            ? FleetActivityStatus.PendingTermination
            : reached >= fleet.Total ? FleetActivityStatus.Fulfilled
            : fleet.Errors.IsEmpty ? FleetActivityStatus.PendingFulfillment : FleetActivityStatus.Error;
    }
}
