using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>Tells who uses a Capacity Reservation: its owner only, as none is shared.</summary>
public sealed class GetCapacityReservationUsage
    : IReadOperation<GetCapacityReservationUsageRequest, GetCapacityReservationUsageResult>
{
    /// <inheritdoc/>
    public GetCapacityReservationUsageResult Run(GetCapacityReservationUsageRequest request, ReadCall call)
    {
        var reservation = LaunchKinds.CapacityReservation.Get(call, request.CapacityReservationId!);
        var used = ReservedRoom.Used(call, reservation);
        return new()
        {
            CapacityReservationId = reservation.Id.Value,
            InstanceType = reservation.InstanceType,
            TotalInstanceCount = reservation.Count,
            AvailableInstanceCount = ReservedRoom.Available(call, reservation),
            State = reservation.State,
            InstanceUsages = used > 0 ? [new() { AccountId = call.Account, UsedInstanceCount = used }] : [],
        };
    }
}
