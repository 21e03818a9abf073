using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnGateways;

/// <summary>
/// Attaches a virtual private gateway to a VPC: at most one to each. Attaching it where it is attached changes nothing.
/// </summary>
public sealed class AttachVpnGateway : IWriteOperation<AttachVpnGatewayRequest, AttachVpnGatewayResult>
{
    /// <inheritdoc/>
    public AttachVpnGatewayResult Run(AttachVpnGatewayRequest request, Call call)
    {
        var gateway = VpnGatewayRules.GetAlive(call, request.VpnGatewayId!);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!).Id;
        if (gateway.VpcId is { } other && other != vpc)
        {
            throw new ServiceException(
                "VpnGatewayAttachmentLimitExceeded",
                $"The vpnGateway '{gateway.Id}' is already attached to the vpc '{other}'.");
        }

        if (call.Read(Tables.VpnGateways).By(Tables.VpnGatewaysByVpc, vpc.Value).Any(g => g.Id != gateway.Id))
        {
            throw new ServiceException(
                "InvalidVpcState", $"The vpc '{vpc}' already has a virtual private gateway attached to it.");
        }

        if (gateway.VpcId is null)
        {
            VpnConnectionRules.CheckSettled(call, gateway.Id);
        }

        call.Write(Tables.VpnGateways).Put(gateway with { VpcId = vpc });
        return new() { VpcAttachment = VpnGatewayView.AttachmentTo(vpc) };
    }
}
