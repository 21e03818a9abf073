using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>Ends a Capacity Reservation; its instances run on. Source: EC2 API Reference.</summary>
public sealed class CancelCapacityReservation
    : IWriteOperation<CancelCapacityReservationRequest, CancelCapacityReservationResult>
{
    /// <inheritdoc/>
    public CancelCapacityReservationResult Run(CancelCapacityReservationRequest request, Call call)
    {
        ReservationLife.End(
            call, ReservationLife.Active(call, request.CapacityReservationId!), CapacityReservationState.Cancelled);
        return new() { Return = true };
    }
}
