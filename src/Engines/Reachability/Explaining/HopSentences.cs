using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Explaining;

/// <summary>The sentences for hops.</summary>
internal static class HopSentences
{
    /// <summary>What a flow is about, for example <c>tcp port 443</c>.</summary>
    public static string Service(Flow flow) => Service(flow.Protocol, flow.DestinationPort);

    /// <summary>The same of a protocol and a port. Port 0, which nobody uses, stands for all ports together.</summary>
    public static string Service(int protocol, int? port) => !IpProtocol.HasPorts(protocol)
        ? IpProtocol.NameOf(protocol)
        : port is null or 0 ? $"all {IpProtocol.NameOf(protocol)} ports"
        : $"{IpProtocol.NameOf(protocol)} port {port}";

    /// <summary>A sentence to go on within another one; ids keep their case, sentences begin with The or An.</summary>
    public static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    /// <summary>What a hop did and why; the disposition says more where it dropped the packet.</summary>
    public static string Of(Hop hop, Disposition disposition) =>
        hop.Action == HopAction.Drop ? DropSentences.Of(hop, disposition) : Passing(hop);

    /// <summary>Why a flow could not even begin.</summary>
    public static string OfEnds(Trace trace) => trace.Disposition switch
    {
        Disposition.SourceUnknown => $"no single interface, instance or gateway is {trace.Flow.Source}.",
        Disposition.DestinationUnknown when trace.Code == ExplanationCodes.EniAddressRestriction =>
            $"{trace.Flow.Destination.Id} does not have the address {trace.Flow.Destination.Address}.",
        Disposition.DestinationUnknown => $"no interface, instance or gateway is {trace.Flow.Destination}.",
        Disposition.Unsupported => "a flow begins and ends at interfaces, instances, gateways, attachments, "
            + "peering connections, endpoints or addresses.",
        Disposition.InboundNotAllowed => $"the endpoint {trace.Flow.Source.Id} answers and begins nothing.",
        Disposition.NoInternetGateway => "the internet gateway is not attached to a VPC.",
        Disposition.NotFunctional => "the virtual private gateway is not attached to a VPC.",
        Disposition.SourceDestCheck => $"{trace.Flow.Source.Id} does not have the address {trace.Flow.Source.Address}.",
        _ => "they have no address family (IPv4 or IPv6) in common.",
    };

    public static string Side(Hop hop) => hop.Direction == TrafficDirection.Egress ? "outbound" : "inbound";

    private static string Passing(Hop hop) => hop.Kind switch
    {
        HopKind.Internet => hop.Action == HopAction.Pass ? "The packet crosses the internet."
            : hop.Action == HopAction.Send ? $"A host on the internet sends from {hop.Packet.Source}."
            : $"The host {hop.Packet.Destination} on the internet receives it.",
        HopKind.NetworkInterface => hop.Action switch
        {
            HopAction.Send => $"The interface {hop.Id} sends it from {hop.Packet.Source}.",
            HopAction.Receive => $"The interface {hop.Id} receives it at {hop.Packet.Destination}.",
            _ => $"The appliance at interface {hop.Id} passes it on (its source/destination check is off).",
        },
        HopKind.SecurityGroup => hop.Action == HopAction.Track
            ? $"The security group {hop.Id} lets it pass {Side(hop)}: it answers what was allowed before."
            : $"The security group {hop.Id} allows it {Side(hop)} by {RuleText(hop.Rule!)}.",
        HopKind.NetworkAcl => $"The network ACL {hop.Id} allows it {Side(hop)} by rule {hop.Entry!.RuleNumber}.",
        HopKind.RouteTable => $"The route table {hop.Id} sends {hop.RouteBlock} to {hop.Route!.Target}.",
        HopKind.InternetGateway => hop.Translated is { } packet
            ? $"The internet gateway {hop.Id} makes it {packet}."
            : $"The internet gateway {hop.Id} passes it on.",
        HopKind.EgressOnlyInternetGateway => $"The egress-only internet gateway {hop.Id} passes it on.",
        HopKind.NatGateway => $"The NAT gateway {hop.Id} makes it {hop.Translated}.",
        HopKind.VpcPeering => $"The peering connection {hop.Id} carries it from {hop.VpcId} to the peer VPC.",
        HopKind.HostService => ServiceSentences.OfPass(hop),
        _ => TransitSentences.OfPass(hop),
    };

    private static string RuleText(SecurityGroupRule rule)
    {
        var whom = rule.Cidr?.ToString() ?? rule.PrefixListId ?? rule.GroupId;
        var what = rule.Protocol == IpProtocol.All || !IpProtocol.HasPorts(rule.Protocol)
            ? IpProtocol.NameOf(rule.Protocol)
            : $"{IpProtocol.NameOf(rule.Protocol)} {rule.Ports}";
        return rule.Id.Length == 0 ? $"a rule for {what}, {whom}" : $"rule {rule.Id} ({what}, {whom})";
    }
}
