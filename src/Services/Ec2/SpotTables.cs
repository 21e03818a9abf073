using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2;

/// <summary>The tables of capacity, Spot requests and fleets, and how instances are found by them.</summary>
internal static class SpotTables
{
    public static readonly Table<ResourceKey, CapacityRecord> Capacity =
        Table<ResourceKey, CapacityRecord>.Resident("ec2.capacity", r => r.Id, () => SpotJson.Default.CapacityRecord);

    public static readonly Table<ResourceKey, SpotMarketRecord> Markets =
        Table<ResourceKey, SpotMarketRecord>.Resident("ec2.spot-market", r => r.Id, () =>
            SpotJson.Default.SpotMarketRecord);

    public static readonly Table<SpotRequestId, SpotRequestRecord> Requests =
        Table<SpotRequestId, SpotRequestRecord>.Resident(
            "ec2.spot-requests", r => r.Id, () => SpotJson.Default.SpotRequestRecord);

    public static readonly Index<SpotRequestId, SpotRequestRecord> OpenRequestsByType = Requests.Index(
        "open-type",
        r => r.State is SpotInstanceState.Open or SpotInstanceState.Disabled ? r.InstanceType : null);

    public static readonly Table<FleetId, FleetRecord> Fleets =
        Table<FleetId, FleetRecord>.Resident("ec2.fleets", r => r.Id, () => SpotJson.Default.FleetRecord);

    /// <summary>Fleets that fall short and try again.</summary>
    public static readonly Index<FleetId, FleetRecord> FleetsShort = Fleets.Index("short", f =>
        !f.Errors.IsEmpty && f.State == FleetStateCode.Active && f.Type != FleetType.Instant ? "short" : null);

    public static readonly Table<ResourceKey, FleetEventRecord> FleetEvents =
        Table<ResourceKey, FleetEventRecord>.Resident(
            "ec2.fleet-events", r => r.Id, () => SpotJson.Default.FleetEventRecord);

    /// <summary>On-Demand Instances that take room, by zone and type.</summary>
    public static readonly Index<InstanceId, InstanceRecord> OnDemandByPool = InstanceTables.Instances.Index(
        "pool-on-demand", i => Takes(i) && i.SpotRequestId is null ? $"{i.AvailabilityZone} {i.InstanceType}" : null);

    /// <summary>Spot Instances that take room, by zone and type.</summary>
    public static readonly Index<InstanceId, InstanceRecord> SpotByPool = InstanceTables.Instances.Index(
        "pool-spot", i => Takes(i) && i.SpotRequestId is not null ? $"{i.AvailabilityZone} {i.InstanceType}" : null);

    /// <summary>Spot Instances that take room, by type.</summary>
    public static readonly Index<InstanceId, InstanceRecord> SpotByType = InstanceTables.Instances.Index(
        "spot-type", i => Takes(i) && i.SpotRequestId is not null ? i.InstanceType : null);

    public static readonly Index<InstanceId, InstanceRecord> InstancesByFleet =
        InstanceTables.Instances.Index("fleet", i => i.Fleet?.FleetId);

    public static readonly Index<InstanceId, InstanceRecord> InstancesByPlacementGroup =
        InstanceTables.Instances.Index("placement-group", i =>
            i.State == InstanceStateName.Terminated ? null : i.PlacementGroupId);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Capacity, Markets, Requests, Fleets, FleetEvents];

    private static bool Takes(InstanceRecord instance) =>
        instance.State is InstanceStateName.Pending or InstanceStateName.Running;
}
