using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Operations.VpcPeering;

/// <summary>Rejects a request, as the owner of the other VPC and in its region.</summary>
public sealed class RejectVpcPeeringConnection
    : IWriteOperation<RejectVpcPeeringConnectionRequest, RejectVpcPeeringConnectionResult>
{
    /// <inheritdoc/>
    public RejectVpcPeeringConnectionResult Run(RejectVpcPeeringConnectionRequest request, Call call)
    {
        var peering = PeeringStore.Get(call, request.VpcPeeringConnectionId!);
        PeeringRules.CheckAnswer(call, peering, "rejected");
        var rejected = peering with
        {
            State = Code.Rejected, StateMessage = $"Rejected by {call.Account}", ExpiresAt = null,
        };
        PeeringStore.Change(call, rejected);
        PeeringLoop.Bury(call, rejected);
        return new() { Return = true };
    }
}
