using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2;

/// <summary>The table of Capacity Reservations, and how instances are found by theirs.</summary>
internal static class CapacityTables
{
    public static readonly Table<CapacityReservationId, CapacityReservationRecord> Reservations =
        Table<CapacityReservationId, CapacityReservationRecord>.Resident(
            "ec2.capacity-reservations", r => r.Id, () => CapacityJson.Default.CapacityReservationRecord);

    /// <summary>Those that hold room, by zone and type.</summary>
    public static readonly Index<CapacityReservationId, CapacityReservationRecord> ActiveByPool = Reservations.Index(
        "active-pool", r => r.State == CapacityReservationState.Active ? $"{r.Zone} {r.InstanceType}" : null);

    /// <summary>Instances that take a place of a reservation.</summary>
    public static readonly Index<InstanceId, InstanceRecord> InstancesByReservation = InstanceTables.Instances.Index(
        "capacity-reservation",
        i => i.State is InstanceStateName.Pending or InstanceStateName.Running ? i.CapacityReservationId : null);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Reservations];
}
