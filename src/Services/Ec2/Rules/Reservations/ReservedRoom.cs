using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Reservations;

/// <summary>
/// What Capacity Reservations hold. Places that no instance takes are room that nobody else has, and count for the vCPU
/// quotas. Source: EC2 User Guide, "On-Demand Capacity Reservation pricing and limits".
/// </summary>
internal static class ReservedRoom
{
    /// <summary>How many instances are in a reservation.</summary>
    public static int Used(ReadCall call, CapacityReservationRecord reservation) =>
        call.Read(InstanceTables.Instances).CountBy(CapacityTables.InstancesByReservation, reservation.Id.Value);

    /// <summary>How many places of a reservation are free; none of one that is over.</summary>
    public static int Available(ReadCall call, CapacityReservationRecord reservation) =>
        reservation.State == CapacityReservationState.Active
            ? Math.Max(reservation.Count - Used(call, reservation), 0)
            : 0;

    /// <summary>How many places of a pool are kept and free.</summary>
    public static int Unused(ReadCall call, SpotPool pool) =>
        Active(call, pool).Sum(reservation => Available(call, reservation));

    /// <summary>How many vCPUs are kept and free that count for a quota.</summary>
    public static long UnusedVcpus(ReadCall call, Quota quota) =>
        call.Read(CapacityTables.Reservations).All()
            .Where(r => r.State == CapacityReservationState.Active)
            .Select(r => (Reservation: r, Type: InstanceTypeCatalog.Get(r.InstanceType)))
            .Where(pair => VcpuBuckets.QuotaOf(pair.Type) == quota)
            .Sum(pair => (long)pair.Type.Vcpus * Available(call, pair.Reservation));

    /// <summary>The reservations of a pool that hold room, oldest first.</summary>
    public static IEnumerable<CapacityReservationRecord> Active(ReadCall call, SpotPool pool) =>
        call.Read(CapacityTables.Reservations).By(CapacityTables.ActiveByPool, pool.ToString())
            .OrderBy(r => r.CreateTime).ThenBy(r => r.Id);

    /// <summary>The On-Demand Instances that an open reservation would take in, oldest first.</summary>
    public static IEnumerable<InstanceRecord> Candidates(ReadCall call, CapacityReservationRecord reservation) =>
        reservation.Criteria != InstanceMatchCriteria.Open ? [] : call.Read(InstanceTables.Instances)
            .By(SpotTables.OnDemandByPool, new SpotPool(reservation.Zone, reservation.InstanceType).ToString())
            .Where(i => i.CapacityReservationId is null && i.Reservation is null
                && ReservationMatch.Of(call, i).Fits(reservation))
            .OrderBy(i => i.LaunchTime).ThenBy(i => i.Id);
}
