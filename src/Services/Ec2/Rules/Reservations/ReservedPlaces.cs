using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Health;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Reservations;

/// <summary>
/// The places of Capacity Reservations that instances of a launch or a start may take. Sources: EC2 User Guide, "Launch
/// instances into an existing Capacity Reservation"; "Error codes for the Amazon EC2 API"
/// (ReservationCapacityExceeded). Other codes, and all messages, are guessed.
/// </summary>
internal sealed class ReservedPlaces
{
    private readonly List<(string Id, int Free)> _places;

    private ReservedPlaces(List<(string Id, int Free)> places, bool isOnly) =>
        (_places, IsOnly) = (places, isOnly);

    /// <summary>No places, and none are asked for.</summary>
    public static ReservedPlaces None { get; } = new([], false);

    /// <summary>Whether the instances run in reservations or not at all.</summary>
    public bool IsOnly { get; }

    /// <summary>How many there are.</summary>
    public int Room => _places.Sum(place => place.Free);

    /// <summary>Those that instances of a choice and of attributes may take.</summary>
    /// <exception cref="ServiceException">The target is over, or for other instances.</exception>
    public static ReservedPlaces Of(ReadCall call, ReservationChoiceRecord? choice, ReservationMatch match)
    {
        if (IsPlain(call, choice))
        {
            return None;
        }

        var isLost = ZoneFailures.Of(call, match.Pool.Zone) is not null;
        var found = choice?.TargetId is { } id
            ? [Target(call, id, match)]
            : ReservedRoom.Active(call, match.Pool)
                .Where(r => r.Criteria == InstanceMatchCriteria.Open && match.Fits(r));
        return new(
            [.. found.Select(r => (r.Id.Value, isLost ? 0 : ReservedRoom.Available(call, r)))], choice is not null);
    }

    /// <summary>Those that an instance may take when it starts; Spot Instances take none.</summary>
    public static ReservedPlaces Of(ReadCall call, InstanceRecord instance) =>
        instance.SpotRequestId is not null || IsPlain(call, instance.Reservation)
            ? None
            : Of(call, instance.Reservation, ReservationMatch.Of(call, instance));

    /// <summary>How many instances of a choice find room where so many do beside reservations.</summary>
    public static int RoomFor(ReadCall call, ReservationChoiceRecord? choice, ReservationMatch match, int free)
    {
        var isElsewhere = choice?.TargetId is { } id
            && !(call.Read(CapacityTables.Reservations).Find(new(id))
                is { State: CapacityReservationState.Active } target && match.Fits(target));
        return isElsewhere ? 0 : Of(call, choice, match).With(free);
    }

    /// <summary>The instance in the next free place, or in none.</summary>
    public InstanceRecord Take(InstanceRecord instance)
    {
        var at = _places.FindIndex(place => place.Free > 0);
        if (at < 0)
        {
            return instance with { CapacityReservationId = null };
        }

        var (id, free) = _places[at];
        _places[at] = (id, free - 1);
        return instance with { CapacityReservationId = id };
    }

    /// <summary>Refuses more instances than there are places, where they run in reservations only.</summary>
    /// <exception cref="ServiceException">ReservationCapacityExceeded.</exception>
    public void Check(int least)
    {
        if (IsOnly && Room < least)
        {
            throw new ServiceException(
                "ReservationCapacityExceeded",
                $"The requested reservation does not have sufficient compatible and available capacity for {least} "
                + "instances.");
        }
    }

    /// <summary>How many instances find room, in reservations or, where they may, beside them.</summary>
    public int With(int free) => IsOnly ? Room : (int)Math.Min((long)free + Room, int.MaxValue);

    // Where there are no reservations, most launches need not look for any.
    private static bool IsPlain(ReadCall call, ReservationChoiceRecord? choice) =>
        choice is { Preference: CapacityReservationPreference.None }
        || (choice is null && call.Read(CapacityTables.Reservations).Count == 0);

    private static CapacityReservationRecord Target(ReadCall call, string id, ReservationMatch match)
    {
        var target = call.Read(CapacityTables.Reservations).Find(new(id));
        if (target is not { State: CapacityReservationState.Active })
        {
            throw ReservationLife.Incorrect(id, target?.State);
        }

        return match.Fits(target)
            ? target
            : throw Errors.InvalidParameterCombination(
                $"The Capacity Reservation '{id}' is for {target.InstanceType} instances of {target.Platform.ToWire()} "
                + $"with the tenancy {target.Tenancy.ToWire()} in {target.Zone}, not for what is launched.");
    }
}
