using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>
/// The ways by which public names of one VPC may resolve to private addresses in another. Sources: Amazon VPC Peering
/// Guide, "Enable DNS resolution for a VPC peering connection" (both VPCs with both DNS attributes, the connection
/// active, the option of the side that has the name); Transit Gateway guide, "Create a transit gateway" (DNS support),
/// and "Create a VPC attachment": the gateway and both attachments have it. That both VPCs need both attributes here
/// too is guessed of peerings.
/// </summary>
internal static class Ways
{
    /// <summary>All of them; the VPC itself is one.</summary>
    public static IReadOnlyList<Way> Between(ReadCall call, Asker asker, Asker named)
    {
        if (asker.Vpc.Id == named.Vpc.Id)
        {
            return [new(true, Why("DNS_SAME_VPC", "Who asks is in the same VPC.", named.Vpc.Id.Value))];
        }

        List<Way> ways = [.. Peerings(call, asker, named), .. Gateways(call, asker, named)];
        return ways.Count > 0
            ? ways
            : [new(false, Why(
                "DNS_NOT_JOINED",
                $"Neither an active peering nor a transit gateway joins {asker.Vpc.Id} and {named.Vpc.Id}.",
                asker.Vpc.Id.Value))];
    }

    private static IEnumerable<Way> Peerings(ReadCall call, Asker asker, Asker named) =>
        from peering in call.Read(Tables.VpcPeeringConnections, asker.Scope)
            .By(Tables.PeeringsByVpc, asker.Vpc.Id.Value)
        where peering.State == Code.Active
        let side = SideOf(peering, named)
        where side is not null
        select !side.AllowDnsResolutionFromRemoteVpc
            ? new Way(false, Why(
                "PEERING_DNS_DISABLED",
                $"{peering.Id} joins them, but AllowDnsResolutionFromRemoteVpc of the side of {side.VpcId} is false.",
                peering.Id.Value))
            : Named(asker, named) ?? new Way(true, Why(
                "PEERING_DNS",
                $"{peering.Id} joins them, and AllowDnsResolutionFromRemoteVpc of the side of {side.VpcId} is true.",
                peering.Id.Value));

    private static PeeringSide? SideOf(VpcPeeringConnectionRecord peering, Asker named) =>
        peering.Requester.VpcId == named.Vpc.Id ? peering.Requester
        : peering.Accepter.VpcId == named.Vpc.Id ? peering.Accepter
        : null;

    private static IEnumerable<Way> Gateways(ReadCall call, Asker asker, Asker named) =>
        asker.Scope.Region != named.Scope.Region
            ? []
            : TransitAttachments.Shared(call, (asker.Scope, asker.Vpc.Id), (named.Scope, named.Vpc.Id))
                .Select(pair => Gateway(call, pair.One, pair.Other) ?? Named(asker, named) ?? new Way(true, Why(
                    "TRANSIT_GATEWAY_DNS",
                    $"Both are attached to {pair.One.TransitGatewayId}, with DNS support of the gateway, of "
                    + $"{pair.One.Id} and of {pair.Other.Id}.",
                    pair.One.TransitGatewayId.Value)));

    private static Way? Gateway(
        ReadCall call, TransitGatewayAttachmentRecord one, TransitGatewayAttachmentRecord other)
    {
        string? lacking =
            SharedGateways.Of(call, one)?.DnsSupport != DnsSupportValue.Enable ? one.TransitGatewayId.Value
            : one.Vpc!.DnsSupport != DnsSupportValue.Enable ? one.Id.Value
            : other.Vpc!.DnsSupport != DnsSupportValue.Enable ? other.Id.Value
            : null;
        return lacking is null ? null : new(false, Why(
            "TRANSIT_GATEWAY_DNS_DISABLED",
            $"Both are attached to {one.TransitGatewayId}, but DnsSupport of {lacking} is disable.",
            lacking));
    }

    private static Way? Named(Asker asker, Asker named)
    {
        var without = !DnsNames.Has(asker.Vpc) ? asker : !DnsNames.Has(named.Vpc) ? named : null;
        return without is null ? null : new(false, Why(
            "DNS_HOSTNAMES_DISABLED",
            $"{without.Vpc.Id} lacks enableDnsHostnames or enableDnsSupport.",
            without.Vpc.Id.Value));
    }

    private static Reason Why(string code, string text, string subject) => Reason.Of(code, text, subject);
}
