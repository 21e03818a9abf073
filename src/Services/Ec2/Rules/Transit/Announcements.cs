using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// What an attachment announces to the route tables that it propagates to: a VPC its blocks as they are now (those of
/// IPv6 where the attachment carries it: guessed), a VPN connection what the customer's
/// device announces while a tunnel is up, a peering nothing. Source: Transit Gateway guide, "How transit gateways work"
/// (resource attachments, propagation).
/// </summary>
internal static class Announcements
{
    /// <summary>The blocks.</summary>
    public static IEnumerable<Cidr> Of(ReadCall call, TransitGatewayAttachmentRecord attachment) =>
        attachment.ResourceType switch
        {
            TransitGatewayAttachmentResourceType.Vpc => OfVpc(call, attachment),
            TransitGatewayAttachmentResourceType.Vpn => OfVpn(call, attachment),
            _ => [],
        };

    private static IEnumerable<Cidr> OfVpn(ReadCall call, TransitGatewayAttachmentRecord attachment) =>
        call.Read(VpnTables.Connections).Find(new VpnConnectionId(attachment.ResourceId)) is { } connection
            ? VpnRoutes.Of(call, call.Scope, connection)
            : [];

    private static IEnumerable<Cidr> OfVpc(ReadCall call, TransitGatewayAttachmentRecord attachment) =>
        VpcCidrs.Blocks(call, new VpcId(attachment.ResourceId), new(attachment.ResourceOwnerId, call.Region))
            .Where(block => !block.IsV6 || attachment.Vpc!.Ipv6Support == Ipv6SupportValue.Enable);
}
