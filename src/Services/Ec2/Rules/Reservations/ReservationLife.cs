using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Reservations;

/// <summary>
/// How Capacity Reservations come to be, change and end. An open one takes in the instances that run already and match
/// it; at its end its instances run on without it. Sources: EC2 User Guide, "Create a Capacity Reservation", "Modify an
/// active Capacity Reservation", "Cancel a Capacity Reservation"; "Error codes for the Amazon EC2 API"
/// (InstanceLimitExceeded). That instances leave one which is made smaller than they are many is guessed.
/// </summary>
internal static class ReservationLife
{
    private const int MostInstances = 1000;

    /// <summary>Puts a reservation that is new or changed, with its instances and the timer of its end.</summary>
    /// <exception cref="ServiceException">InsufficientInstanceCapacity, or InstanceLimitExceeded.</exception>
    public static void Put(Call call, CapacityReservationRecord reservation)
    {
        var pool = new SpotPool(reservation.Zone, reservation.InstanceType);
        var before = call.Read(CapacityTables.Reservations).Find(reservation.Id);
        var more = reservation.Count - Math.Max(before?.Count ?? 0, ReservedRoom.Used(call, reservation));
        var candidates = ReservedRoom.Candidates(call, reservation).Take(Math.Max(more, 0)).ToList();
        CheckRoom(call, pool, Math.Max(more, 0) - candidates.Count);
        call.Write(CapacityTables.Reservations).Put(reservation);
        candidates.ForEach(i => Move(call, i, reservation.Id.Value));
        Leave(call, reservation, ReservedRoom.Used(call, reservation) - reservation.Count);
        CapacityReservationLoop.Watch(call, reservation);
        SpotInterruption.GiveWay(call, pool);
        if (more < 0)
        {
            LaunchFollowers.RoomChanged(call, reservation.InstanceType);
        }
    }

    /// <summary>Takes in instances that run beside an open reservation, as far as there are places.</summary>
    public static void Fill(Call call, CapacityReservationRecord reservation)
    {
        var places = ReservedRoom.Available(call, reservation);
        foreach (var instance in ReservedRoom.Candidates(call, reservation).Take(places).ToList())
        {
            Move(call, instance, reservation.Id.Value);
        }
    }

    /// <summary>Ends a reservation: its room is free, and its instances run on.</summary>
    public static void End(Call call, CapacityReservationRecord reservation, CapacityReservationState state)
    {
        Leave(call, reservation, int.MaxValue);
        reservation = reservation with { State = state };
        call.Write(CapacityTables.Reservations).Put(reservation);
        CapacityReservationLoop.Watch(call, reservation);
        LaunchFollowers.RoomChanged(call, reservation.InstanceType);
    }

    /// <summary>A reservation that is active.</summary>
    /// <exception cref="ServiceException">InvalidCapacityReservationId.NotFound, or its state.</exception>
    public static CapacityReservationRecord Active(ReadCall call, string id)
    {
        var found = LaunchKinds.CapacityReservation.Get(call, id);
        return found.State == CapacityReservationState.Active ? found : throw Incorrect(id, found.State);
    }

    /// <summary>The refusal of one that is over; guessed.</summary>
    public static ServiceException Incorrect(string id, CapacityReservationState? state) => new(
        "InvalidCapacityReservationState",
        $"The Capacity Reservation '{id}' is not active: its state is {state?.ToWire() ?? "cancelled"}.");

    /// <summary>
    /// When a reservation ends. Source: EC2 API Reference, CreateCapacityReservation (EndDate with limited, and only
    /// then).
    /// </summary>
    /// <exception cref="ServiceException">MissingParameter, InvalidParameterCombination, InvalidParameterValue.
    /// </exception>
    public static DateTimeOffset? EndOf(ReadCall call, EndDateType type, DateTimeOffset? end) => (type, end) switch
    {
        (EndDateType.Limited, null) => throw Errors.Missing("EndDate"),
        (EndDateType.Unlimited, not null) =>
            throw Errors.InvalidParameterCombination("EndDate cannot be given where EndDateType is unlimited."),
        (_, { } at) when at <= call.Now => throw Errors.InvalidParameterValue("EndDate must be in the future."),
        _ => end,
    };

    /// <summary>Checks a count. Source: EC2 API Reference (1 to 1000, and changed by 1000 at most).</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static int CountOf(int count, int before) => count >= 1 && Math.Abs(count - before) <= MostInstances
        ? count
        : throw Errors.InvalidParameterValue(
            $"Value ({count}) for parameter InstanceCount is invalid. It is at least 1, and changes by at most "
            + $"{MostInstances}.");

    private static void CheckRoom(ReadCall call, SpotPool pool, int more)
    {
        if (more <= 0)
        {
            return;
        }

        if (InstanceLimits.Fitting(call, InstanceTypeCatalog.Get(pool.Type), more) < more)
        {
            throw new ServiceException(
                "InstanceLimitExceeded",
                $"Your On-Demand Instance limit does not allow for {more} more {pool.Type} instances.");
        }

        CapacityPools.CheckRoom(call, pool, spot: false, more);
    }

    // Those that came last leave first.
    private static void Leave(Call call, CapacityReservationRecord reservation, int many)
    {
        var inside = call.Read(InstanceTables.Instances)
            .By(CapacityTables.InstancesByReservation, reservation.Id.Value)
            .OrderByDescending(i => i.LaunchTime).ThenByDescending(i => i.Id).Take(Math.Max(many, 0)).ToList();
        inside.ForEach(i => Move(call, i, null));
    }

    private static void Move(Call call, InstanceRecord instance, string? reservation) =>
        call.Write(InstanceTables.Instances).Put(instance with { CapacityReservationId = reservation });
}
