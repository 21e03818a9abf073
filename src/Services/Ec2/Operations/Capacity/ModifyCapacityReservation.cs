using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>
/// Changes how many instances a Capacity Reservation has room for, when it ends, and which come into it. Source: EC2
/// User Guide, "Modify an active Capacity Reservation".
/// </summary>
public sealed class ModifyCapacityReservation
    : IWriteOperation<ModifyCapacityReservationRequest, ModifyCapacityReservationResult>
{
    /// <inheritdoc/>
    public ModifyCapacityReservationResult Run(ModifyCapacityReservationRequest request, Call call)
    {
        Errors.RefuseUnserved("AdditionalInfo", request.AdditionalInfo is not null);
        var before = ReservationLife.Active(call, request.CapacityReservationId!);
        var after = before with
        {
            Count = request.InstanceCount is { } count
                ? ReservationLife.CountOf(count, before.Count)
                : before.Count,
            EndTime = EndOf(call, request, before),
            Criteria = CriteriaOf(call, request, before),
        };
        ReservationLife.Put(call, after);
        if (after.Criteria != before.Criteria)
        {
            ReservationLife.Fill(call, after);
        }

        return new() { Return = true };
    }

    private static DateTimeOffset? EndOf(
        ReadCall call, ModifyCapacityReservationRequest request, CapacityReservationRecord before) =>
        request is { EndDateType: null, EndDate: null } ? before.EndTime : ReservationLife.EndOf(
            call,
            request.EndDateType ?? (before.EndTime is null ? EndDateType.Unlimited : EndDateType.Limited),
            request.EndDate);

    // The code is guessed.
    private static InstanceMatchCriteria CriteriaOf(
        ReadCall call, ModifyCapacityReservationRequest request, CapacityReservationRecord before)
    {
        var wanted = request.InstanceMatchCriteria ?? before.Criteria;
        return wanted == before.Criteria || ReservedRoom.Used(call, before) == 0
            ? wanted
            : throw new ServiceException(
                "InvalidCapacityReservationState",
                $"The instance eligibility of '{before.Id}' cannot be changed while instances run in it.");
    }
}
