using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Explaining;

/// <summary>The sentences for hops of transit gateways, VPN connections and VPC endpoints.</summary>
internal static class TransitSentences
{
    public static string OfPass(Hop hop) => hop.Kind switch
    {
        HopKind.TransitGatewayAttachment => hop.VpcId is not null
            ? $"The attachment {hop.Id} carries it between {hop.TransitGatewayId} and {hop.VpcId}"
                + (hop.SubnetId is { } subnet ? $", by {subnet}." : ".")
            : $"The attachment {hop.Id} carries it between {hop.TransitGatewayId} and its VPN connection.",
        HopKind.TransitGatewayRouteTable =>
            $"The route table {hop.Id} of {hop.TransitGatewayId} sends {hop.RouteBlock} to "
            + $"{hop.TransitRoute!.AttachmentId} ({(hop.Propagated ? "propagated" : "static")}).",
        HopKind.TransitGatewayPeering =>
            $"The peering attachment {hop.Id} carries it from {hop.TransitGatewayId} to the peer transit gateway.",
        HopKind.VpnGateway => $"The virtual private gateway {hop.Id} passes it on.",
        HopKind.VpnConnection => $"The VPN connection {hop.Id} carries it.",
        HopKind.OnPremises => hop.Action == HopAction.Send
            ? $"A host behind the customer gateway {hop.Id} sends from {hop.Packet.Source}."
            : $"The host {hop.Packet.Destination} behind the customer gateway {hop.Id} receives it.",
        _ => hop.Action == HopAction.Send
            ? $"The service answers by the endpoint {hop.Id}."
            : $"The endpoint {hop.Id} takes it to its service.",
    };

    public static string OfDrop(Hop hop, Disposition disposition) => hop.Kind switch
    {
        HopKind.TransitGatewayAttachment or HopKind.TransitGatewayPeering => AtAttachment(hop, disposition),
        HopKind.TransitGatewayRouteTable => AtTable(hop),
        HopKind.VpnGateway => AtVpnGateway(hop, disposition),
        HopKind.VpnConnection => hop.Code == ExplanationCodes.BadStateAttachment
            ? $"The VPN connection {hop.Id} ends at no gateway that is attached to anything."
            : disposition == Disposition.GatewayRefused
            ? $"The tunnels of the VPN connection {hop.Id} are not made for {hop.Packet.Source} and "
                + $"{hop.Packet.Destination}."
            : $"The VPN connection {hop.Id} does not work: no tunnel of it is up.",
        HopKind.OnPremises => OnPremises(hop, disposition),
        _ => AtEndpoint(hop, disposition),
    };

    private static string AtAttachment(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.ZoneNotAttached => $"The attachment {hop.Id} to {hop.TransitGatewayId} has no subnet in the zone "
            + "that the packet comes from.",
        Disposition.NoRoute => $"The attachment {hop.Id} is associated with no route table of its transit gateway.",
        Disposition.Loop => $"The attachment {hop.Id} gets the packet again: the routes lead in a circle.",
        Disposition.GatewayRefused => $"The attachment {hop.Id} has no IPv6 support.",
        _ => $"The attachment {hop.Id} does not carry packets: it or its transit gateway is not available.",
    };

    private static string AtTable(Hop hop) => hop.TransitRoute switch
    {
        null => $"The route table {hop.Id} of {hop.TransitGatewayId} has no route to {hop.Packet.Destination}.",
        { AttachmentId: null } =>
            $"The route table {hop.Id} of {hop.TransitGatewayId} drops {hop.RouteBlock}: a blackhole route.",
        { AttachmentId: var attachment } => $"The route table {hop.Id} of {hop.TransitGatewayId} sends "
            + $"{hop.RouteBlock} to {attachment}, which is gone or not available: a blackhole.",
    };

    private static string AtVpnGateway(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NoRoute => $"No VPN connection of {hop.Id} has a route to {hop.Packet.Destination}.",
        Disposition.NoSuchAddress => $"No interface of {hop.VpcId} has the address {hop.Packet.Destination}.",
        _ when hop.Code == ExplanationCodes.VgwPrivateIpForIngress =>
            $"The virtual private gateway {hop.Id} leads to {hop.VpcId} and nothing behind it, and "
            + $"{hop.Packet.Destination} is not of it.",
        _ => $"The virtual private gateway {hop.Id} sends only for interfaces of {hop.VpcId}, and "
            + $"{hop.Packet.Source} is not of one.",
    };

    private static string OnPremises(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NoSuchAddress =>
            $"The network behind the customer gateway {hop.Id} has no {hop.Packet.Destination}.",
        Disposition.NoRoute => $"The customer gateway {hop.Id} has no VPN connection.",
        _ => $"The packet arrived behind the customer gateway {hop.Id} as {hop.Packet}, which is not who was asked.",
    };

    private static string AtEndpoint(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NotFunctional => $"The endpoint {hop.Id} is not available.",
        Disposition.InboundNotAllowed => $"The endpoint {hop.Id} answers and begins nothing.",
        Disposition.NotTransitive =>
            $"The endpoint {hop.Id} serves only interfaces of {hop.VpcId}, and {hop.Packet.Source} is not of one.",
        Disposition.GatewayRefused when hop.Code == ExplanationCodes.VpceGatewayProtocol =>
            $"The endpoint {hop.Id} takes TCP and ICMP echo only.",
        Disposition.GatewayRefused =>
            $"The endpoint {hop.Id} does not serve {hop.Packet.Destination}, which is not in its prefix list.",
        _ => $"The packet arrived at the endpoint {hop.Id}, which is not who was asked.",
    };
}
