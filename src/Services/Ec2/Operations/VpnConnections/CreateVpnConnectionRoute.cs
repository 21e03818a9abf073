using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>
/// Begins to tell a static connection of a virtual private gateway of a block behind the customer gateway. One that it
/// knows already changes nothing (guessed).
/// </summary>
public sealed class CreateVpnConnectionRoute
    : IWriteOperation<CreateVpnConnectionRouteRequest, CreateVpnConnectionRouteResult>
{
    /// <inheritdoc/>
    public CreateVpnConnectionRouteResult Run(CreateVpnConnectionRouteRequest request, Call call)
    {
        var connection = VpnConnectionRules.GetStatic(call, request.VpnConnectionId!);
        var cidr = CidrRules.Ipv4(request.DestinationCidrBlock!, "destinationCidrBlock");
        if (!connection.Routes.Any(r => r.DestinationCidr == cidr && r.State != VpnState.Deleting))
        {
            VpnLimits.CheckStaticRoutes(connection);
            VpnRouteLoop.Begin(call, connection, new() { DestinationCidr = cidr, State = VpnState.Pending });
        }

        return new();
    }
}
