using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Operations.VpcPeering;

/// <summary>
/// Deletes a connection: an active one by either side, a request by its requester. Routes to it stay, as blackholes.
/// </summary>
public sealed class DeleteVpcPeeringConnection
    : IWriteOperation<DeleteVpcPeeringConnectionRequest, DeleteVpcPeeringConnectionResult>
{
    /// <inheritdoc/>
    public DeleteVpcPeeringConnectionResult Run(DeleteVpcPeeringConnectionRequest request, Call call)
    {
        var peering = PeeringStore.Get(call, request.VpcPeeringConnectionId!);
        var isRequester = call.Account == peering.Requester.OwnerId;
        if (peering.State == Code.PendingAcceptance && !isRequester)
        {
            throw Errors.OperationNotPermitted(
                $"User {call.Account} cannot delete {peering.Id} before it is accepted; reject it instead");
        }

        if (peering.State is not (Code.Active or Code.Provisioning or Code.PendingAcceptance))
        {
            throw PeeringRules.InvalidState(peering, "deleted");
        }

        var deleted =
            peering with { State = Code.Deleted, StateMessage = $"Deleted by {call.Account}", ExpiresAt = null };
        PeeringStore.Change(call, deleted);
        PeeringLoop.Bury(call, deleted);
        return new() { Return = true };
    }
}
