using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>Begins to take a static route from a VPN connection.</summary>
public sealed class DeleteVpnConnectionRoute
    : IWriteOperation<DeleteVpnConnectionRouteRequest, DeleteVpnConnectionRouteResult>
{
    /// <inheritdoc/>
    public DeleteVpnConnectionRouteResult Run(DeleteVpnConnectionRouteRequest request, Call call)
    {
        var connection = VpnConnectionRules.GetStatic(call, request.VpnConnectionId!);
        var text = request.DestinationCidrBlock!;

        // Source of both codes: "Error codes for the Amazon EC2 API"; which of them an unknown block gives is guessed.
        if (!Cidr.TryParse(text, out var cidr, out _))
        {
            throw new ServiceException("InvalidRoute.Malformed", $"The route '{text}' is not valid");
        }

        var route = connection.Routes.FirstOrDefault(r => r.DestinationCidr == cidr)
            ?? throw new ServiceException(
                "InvalidRoute.NotFound", $"The vpnConnection '{connection.Id}' has no route to '{cidr}'");
        if (route.State != VpnState.Deleting)
        {
            VpnRouteLoop.Begin(call, connection, route with { State = VpnState.Deleting });
        }

        return new();
    }
}
