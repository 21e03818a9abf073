using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Reservations;

/// <summary>
/// Reads which reservations an instance may run in. Source: EC2 API Reference, CapacityReservationSpecification (a
/// target goes with no preference but capacity-reservations-only).
/// </summary>
internal static class ReservationChoice
{
    /// <summary>The choice; null for any reservation that is open, which is the default.</summary>
    /// <exception cref="ServiceException">InvalidParameterCombination, MissingParameter, UnsupportedOperation, or there
    /// is no such reservation.</exception>
    public static ReservationChoiceRecord? Of(ReadCall call, CapacityReservationSpecification? wanted)
    {
        if (wanted?.CapacityReservationTarget is not { } target)
        {
            return wanted?.CapacityReservationPreference is null or CapacityReservationPreference.Open
                ? null
                : new(wanted.CapacityReservationPreference, null);
        }

        Errors.RefuseUnserved(
            "groups of Capacity Reservations (CapacityReservationResourceGroupArn)",
            target.CapacityReservationResourceGroupArn is not null);
        if (wanted.CapacityReservationPreference
            is not (null or CapacityReservationPreference.CapacityReservationsOnly))
        {
            throw Errors.InvalidParameterCombination(
                "CapacityReservationTarget cannot be used together with the CapacityReservationPreference "
                + $"{wanted.CapacityReservationPreference.Value.ToWire()}.");
        }

        var id = target.CapacityReservationId ?? throw Errors.Missing("CapacityReservationId");
        return new(wanted.CapacityReservationPreference, LaunchKinds.CapacityReservation.Get(call, id).Id.Value);
    }

    /// <summary>The choice as the API writes it.</summary>
    public static CapacityReservationSpecificationResponse View(ReservationChoiceRecord? choice) => new()
    {
        CapacityReservationPreference = choice is null ? CapacityReservationPreference.Open : choice.Preference,
        CapacityReservationTarget = choice?.TargetId is { } id ? new() { CapacityReservationId = id } : null,
    };
}
