using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Operations.VpcPeering;

/// <summary>Accepts a request, as the owner of the other VPC and in its region.</summary>
public sealed class AcceptVpcPeeringConnection
    : IWriteOperation<AcceptVpcPeeringConnectionRequest, AcceptVpcPeeringConnectionResult>
{
    /// <inheritdoc/>
    public AcceptVpcPeeringConnectionResult Run(AcceptVpcPeeringConnectionRequest request, Call call)
    {
        var peering = PeeringStore.Get(call, request.VpcPeeringConnectionId!);
        PeeringRules.CheckAnswer(call, peering, "accepted");
        PeeringRules.CheckActive(call, peering);
        var accepted = peering with { State = Code.Provisioning, StateMessage = "Provisioning", ExpiresAt = null };
        PeeringStore.Change(call, accepted);
        PeeringLoop.Provision(call, accepted);
        return new() { VpcPeeringConnection = PeeringView.Of(accepted, call) };
    }
}
