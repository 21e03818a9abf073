using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnGateways;

/// <summary>
/// Detaches a virtual private gateway from its VPC; its routes become blackholes and it propagates no more.
/// </summary>
public sealed class DetachVpnGateway : IWriteOperation<DetachVpnGatewayRequest, DetachVpnGatewayResult>
{
    /// <inheritdoc/>
    public DetachVpnGatewayResult Run(DetachVpnGatewayRequest request, Call call)
    {
        var gateway = VpnGatewayRules.GetAlive(call, request.VpnGatewayId!);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!).Id;
        if (gateway.VpcId != vpc)
        {
            throw new ServiceException(
                "InvalidVpnGatewayAttachment.NotFound",
                $"The attachment with vpn gateway ID '{gateway.Id}' and vpc ID '{vpc}' does not exist");
        }

        VpnConnectionRules.CheckSettled(call, gateway.Id);

        // Guessed, as for internet gateways.
        if (RouteTableAssociations.OfGateway(call, gateway.Id.Value) is { } associated)
        {
            throw Errors.DependencyViolation(
                $"The vpnGateway '{gateway.Id}' is associated with route table {associated.Id} and cannot be "
                + "detached.");
        }

        var tables = call.Write(Tables.RouteTables);
        foreach (var table in tables.By(Tables.RouteTablesByVpc, vpc.Value).ToList())
        {
            if (table.PropagatingVgws.Contains(gateway.Id))
            {
                tables.Put(table with { PropagatingVgws = table.PropagatingVgws.Remove(gateway.Id) });
            }
        }

        call.Write(Tables.VpnGateways).Put(gateway with { VpcId = null });
        return new();
    }
}
