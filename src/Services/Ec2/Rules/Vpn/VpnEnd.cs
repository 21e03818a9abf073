using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Rules.Transit;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>AWS's end of a connection: one of both.</summary>
/// <param name="VpnGatewayId">A virtual private gateway.</param>
/// <param name="TransitGatewayId">A transit gateway.</param>
internal sealed record VpnEnd(VpnGatewayId? VpnGatewayId, TransitGatewayId? TransitGatewayId)
{
    /// <summary>The end that a request names, or null where it names none.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterCombination; the gateway's NotFound or Malformed; IncorrectState.
    /// </exception>
    public static VpnEnd? Of(ReadCall call, string? vpnGateway, string? transitGateway)
    {
        if (vpnGateway is not null && transitGateway is not null)
        {
            throw Errors.InvalidParameterCombination("vpnGatewayId and transitGatewayId cannot be specified together");
        }

        return transitGateway is not null ? new(null, TransitStates.AvailableGateway(call, transitGateway).Id)
            : vpnGateway is not null ? new(VpnGatewayRules.GetAlive(call, vpnGateway).Id, null)
            : null;
    }
}
