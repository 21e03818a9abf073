using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>Gives a reserved range of a subnet back; addresses in use stay.</summary>
public sealed class DeleteSubnetCidrReservation
    : IWriteOperation<DeleteSubnetCidrReservationRequest, DeleteSubnetCidrReservationResult>
{
    /// <inheritdoc/>
    public DeleteSubnetCidrReservationResult Run(DeleteSubnetCidrReservationRequest request, Call call)
    {
        var reservation = Ec2Kinds.SubnetCidrReservation.Get(call, request.SubnetCidrReservationId!);
        var view = SubnetCidrReservationView.Of(reservation, call);
        call.Write(Tables.SubnetCidrReservations).Remove(reservation.Id);
        Tagging.TagStore.Forget(call, reservation.Id.Value);
        return new() { DeletedSubnetCidrReservation = view };
    }
}
