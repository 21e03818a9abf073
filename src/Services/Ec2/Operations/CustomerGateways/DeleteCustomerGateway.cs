using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.CustomerGateways;

/// <summary>
/// Begins to delete a customer gateway that no VPN connection needs. What was declared behind it goes with it.
/// </summary>
public sealed class DeleteCustomerGateway : IWriteOperation<DeleteCustomerGatewayRequest, DeleteCustomerGatewayResult>
{
    /// <inheritdoc/>
    public DeleteCustomerGatewayResult Run(DeleteCustomerGatewayRequest request, Call call)
    {
        var gateway = VpnConnectionRules.GetCustomerGateway(call, request.CustomerGatewayId!);
        VpnConnectionRules.CheckUnused(call, gateway.Id);
        if (gateway.State != VpnState.Deleting)
        {
            VpnTunnels.Put(call, gateway, null);
            CustomerGatewayLoop.Begin(call, gateway with { State = VpnState.Deleting });
        }

        return new();
    }
}
