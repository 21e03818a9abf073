using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Explaining;

/// <summary>The sentences for what hosts answer themselves, and for addresses that AWS keeps.</summary>
internal static class ServiceSentences
{
    public static string OfPass(Hop hop) => hop.Action == HopAction.Send
        ? $"The {NameOf(hop)} answers from {hop.Packet.Source}; nothing filters its answers."
        : $"The {NameOf(hop)} receives it at {hop.Packet.Destination}, by the interface's own host: security groups, "
            + "network ACLs and routes are not asked.";

    public static string OfDrop(Hop hop, Disposition disposition) => disposition switch
    {
        Disposition.NoSuchAddress => $"The address {hop.Packet.Destination} is that of the router of {hop.VpcId}, "
            + "which passes packets on and answers none.",
        Disposition.NotFunctional => OfState(hop),
        Disposition.GatewayRefused => $"The {NameOf(hop)} at {hop.Packet.Destination} takes "
            + $"{ProtocolsOf(hop)} port {HostService.Named(hop.Id)?.Port} only.",
        _ => $"The {NameOf(hop)} has {hop.Packet.Destination}, and is not who was asked.",
    };

    public static string OfReserved(Hop hop, ReservedAddress use)
    {
        var kept = use switch
        {
            ReservedAddress.Network => "is the address of its subnet itself",
            ReservedAddress.Router => "is that of the router of the VPC",
            ReservedAddress.Dns => "is kept for DNS in its subnet; the VPC's resolver answers at the same place of the "
                + "VPC's first block",
            ReservedAddress.FutureUse => "is kept for future use",
            ReservedAddress.Broadcast => "is the broadcast address of its subnet, which a VPC does not support",
            _ => "is one of those that AWS keeps in each subnet",
        };
        return $"The address {hop.Packet.Destination} of {hop.VpcId} {kept}: no interface can have it.";
    }

    private static string OfState(Hop hop) => hop.Id == HostService.Resolver.Id && !hop.Packet.Destination.IsV6
        ? $"The {NameOf(hop)} does not answer in {hop.VpcId}: its DNS support is off (enableDnsSupport)."
        : hop.Id == HostService.Resolver.Id
        ? $"The {NameOf(hop)} does not answer {hop.InterfaceId}: over IPv6 it takes instances on the Nitro System, and "
            + $"{hop.VpcId} needs DNS support (enableDnsSupport)."
        : hop.Id != HostService.Metadata.Id
        ? $"The {NameOf(hop)} does not answer {hop.InterfaceId}: over IPv6 it takes instances on the Nitro System."
        : hop.Packet.Destination.IsV6
        ? $"The {NameOf(hop)} does not answer {hop.InterfaceId}: over IPv6 it takes instances on the Nitro System "
            + "whose metadata options have HttpEndpoint and HttpProtocolIpv6 enabled."
        : $"The {NameOf(hop)} does not answer {hop.InterfaceId}: it takes instances whose metadata options have "
            + "HttpEndpoint enabled.";

    private static string NameOf(Hop hop) => HostService.Named(hop.Id)?.Name ?? HostService.Router.Name;

    private static string ProtocolsOf(Hop hop) =>
        string.Join(" and ", (HostService.Named(hop.Id)?.Protocols ?? []).Select(IpProtocol.NameOf));
}
