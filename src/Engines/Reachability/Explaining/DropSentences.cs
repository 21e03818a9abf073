using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Explaining;

/// <summary>The sentences for hops that drop a packet.</summary>
internal static class DropSentences
{
    public static string Of(Hop hop, Disposition disposition) => hop.Kind switch
    {
        HopKind.Internet => OnInternet(hop, disposition),
        HopKind.NetworkInterface => AtInterface(hop, disposition),
        HopKind.SecurityGroup => AtGroup(hop),
        HopKind.NetworkAcl => AtAcl(hop),
        HopKind.RouteTable => AtTable(hop, disposition),
        HopKind.HostService => ServiceSentences.OfDrop(hop, disposition),
        HopKind.NatGateway => AtNat(hop, disposition),
        HopKind.VpcPeering => AtPeering(hop, disposition),
        HopKind.InternetGateway or HopKind.EgressOnlyInternetGateway => AtGateway(hop, disposition),
        _ => TransitSentences.OfDrop(hop, disposition),
    };

    private static string OnInternet(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NoInternetGateway => "The VPC that it is for has no internet gateway.",
        Disposition.Misrouted => $"The packet left for the internet ({hop.Packet}), which is not what was asked.",
        _ when hop.Code == ExplanationCodes.IgwExpectsPublicAddress =>
            $"The address {hop.Packet.Destination} is private: the internet does not know it.",
        _ => $"The address {hop.Packet.Destination} belongs to no interface.",
    };

    private static string AtInterface(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NotFunctional => $"The interface {hop.Id} does not work (its instance is not running).",
        Disposition.SourceDestCheck =>
            $"The interface {hop.Id} checks source and destination and drops what is for {hop.Packet.Destination}.",
        Disposition.Loop => $"The interface {hop.Id} gets the packet again: the routes lead in a circle.",
        _ => $"The packet arrived at interface {hop.Id} as {hop.Packet}, which is not who was asked.",
    };

    private static string AtGroup(Hop hop)
    {
        var side = HopSentences.Side(hop);
        var other = hop.Direction == TrafficDirection.Ingress ? hop.Packet.Source : hop.Packet.Destination;
        return hop.Code switch
        {
            ExplanationCodes.SgHasNoRules =>
                $"The security groups of {hop.InterfaceId} ({hop.Id}) have no {side} rules at all.",
            ExplanationCodes.SgReferencesNotPreserved =>
                $"The security groups of {hop.InterfaceId} allow the sender by its group, which does not count for "
                + "what comes through an appliance; a rule for its address would.",
            ExplanationCodes.SgReferencingSupport =>
                $"The security groups of {hop.InterfaceId} allow the sender by its group, which does not count: not "
                + "both attachments to the transit gateway have security group referencing on.",
            _ => $"The security groups of {hop.InterfaceId} ({hop.Id}) have no {side} rule for {Service(hop.Packet)} "
                + $"{(hop.Direction == TrafficDirection.Ingress ? "from" : "to")} {other}.",
        };
    }

    private static string AtAcl(Hop hop)
    {
        var entry = hop.Entry is { } one ? $"by rule {one.RuleNumber}" : "since none of its rules matches";
        return $"The network ACL {hop.Id} of {hop.SubnetId} denies {Denied(hop.Packet)} "
            + $"{HopSentences.Side(hop)} ({hop.Packet}), {entry}. Network ACLs are stateless: replies need rules too.";
    }

    private static string AtTable(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NoRoute => $"The route table {hop.Id} has no route to {hop.Packet.Destination}.",
        Disposition.Blackhole => $"The route table {hop.Id} sends {hop.RouteBlock} to {hop.Route!.Target}, "
            + "which is gone or not active: a blackhole.",
        _ when hop.Reserved is { } use => ServiceSentences.OfReserved(hop, use),
        _ => $"The address {hop.Packet.Destination} lies in {hop.VpcId}, but no interface has it.",
    };

    private static string AtNat(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NotFunctional => $"The NAT gateway {hop.Id} is not available.",
        Disposition.Loop => $"The NAT gateway {hop.Id} gets the packet again: its own subnet routes back to it.",
        Disposition.Misrouted => $"The NAT gateway {hop.Id} would give the reply another source address.",
        Disposition.GatewayRefused => $"The NAT gateway {hop.Id} takes IPv4 with TCP, UDP and ICMP only.",
        Disposition.NotTransitive => $"The NAT gateway {hop.Id} serves only what begins in its own VPC.",
        _ => $"The NAT gateway {hop.Id} lets in nothing but replies.",
    };

    private static string AtPeering(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NotTransitive when hop.Code == ExplanationCodes.PcxRequiresAddressInVpcCidr =>
            $"The peering connection {hop.Id} carries only what is for its peer VPC, and {hop.Packet.Destination} "
            + "is not in it: peering is not transitive.",
        Disposition.NotTransitive =>
            $"The peering connection {hop.Id} carries only what is from {hop.VpcId}, and {hop.Packet.Source} is not.",
        _ => $"The peering connection {hop.Id} leads to a VPC where nobody has {hop.Packet.Destination}.",
    };

    private static string AtGateway(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NoPublicAddress when hop.Code == ExplanationCodes.IgwPrivateIpAssociationForIngress =>
            $"The internet gateway {hop.Id} knows no interface with that public address in its VPC.",
        Disposition.NoPublicAddress =>
            $"The internet gateway {hop.Id} cannot send for {hop.Packet.Source}, which has no public IPv4 address.",
        Disposition.InboundNotAllowed =>
            $"The egress-only internet gateway {hop.Id} lets in nothing but replies.",
        _ when hop.Code == ExplanationCodes.GatewayRejectsSpoofedTraffic =>
            $"The gateway {hop.Id} does not send for {hop.Packet.Source}, which is not of its VPC.",
        _ when hop.Code == ExplanationCodes.ProtocolRestriction =>
            $"The egress-only internet gateway {hop.Id} takes IPv6 only.",
        _ => $"The internet gateway {hop.Id} does not send to {hop.Packet.Destination}, which is not a public address.",
    };

    // It may well allow some of all ports.
    private static string Denied(Packet packet) =>
        packet.DestinationPort == 0 ? IpProtocol.NameOf(packet.Protocol) : Service(packet);

    private static string Service(Packet packet) => HopSentences.Service(packet.Protocol, packet.DestinationPort);
}
