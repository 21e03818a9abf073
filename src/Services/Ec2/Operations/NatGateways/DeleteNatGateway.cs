using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>
/// Begins to delete a NAT gateway. Routes to it stay, as blackholes; its Elastic IP addresses stay allocated.
/// </summary>
public sealed class DeleteNatGateway : IWriteOperation<DeleteNatGatewayRequest, DeleteNatGatewayResult>
{
    /// <inheritdoc/>
    public DeleteNatGatewayResult Run(DeleteNatGatewayRequest request, Call call)
    {
        var gateway = Ec2Kinds.NatGateway.Get(call, request.NatGatewayId!);

        // Deleting again what is going or gone, but visible, changes nothing: guessed.
        if (gateway.State is not (NatGatewayState.Deleting or NatGatewayState.Deleted))
        {
            NatGatewayLoop.End(call, gateway);
        }

        return new() { NatGatewayId = gateway.Id.Value };
    }
}
