using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>Looks up the ends of a flow and makes the packet that begins it.</summary>
internal sealed class Endpoints(Topology topology)
{
    /// <summary>Set where the last look-up failed.</summary>
    public EndpointFailure? Failure { get; private set; }

    /// <summary>Looks up who sends; null with <see cref="Failure"/> set where nobody does.</summary>
    public Endpoint? Source(FlowEnd end)
    {
        if (end.Id is not null)
            return ById(end, Disposition.SourceUnknown);
        if (end.Address is not { } address)
            return Endpoint.Internet;
        if (HolderOf(address) is { } holder)
            return holder;
        if (Failure is null && topology.Index.Transit.NetworkHolding(address) is { } network)
            return OfNetwork(network, address);
        if (Failure is null && !AddressRanges.IsPublic(address))
            Fail(Disposition.SourceUnknown, ExplanationCodes.NoSourceOrDestination);
        return Failure is null ? new Endpoint(null, null, address) : null;
    }

    /// <summary>Looks up who is named as the destination: an address stays one, whoever has it.</summary>
    public Endpoint? Destination(FlowEnd end, Endpoint source) =>
        end.Id is null ? new Endpoint(null, null, end.Address)
        : topology.Find(end.Id) is VpcEndpoint endpoint ? OfEndpoint(endpoint, end, source)
        : HostService.Named(end.Id) is { } service ? OfService(service, end, source)
        : ById(end, Disposition.DestinationUnknown);

    /// <summary>The packet that begins the flow; null with <see cref="Failure"/> set where there can be none.</summary>
    public Packet? FirstPacket(Flow flow, Endpoint source, Endpoint destination)
    {
        var both4 = source.Has(v6: false) && destination.Has(v6: false);
        var both6 = source.Has(v6: true) && destination.Has(v6: true);
        // An address that the flow names decides the family.
        both4 &= source.Address is not { IsV6: true } && destination.Address is not { IsV6: true };
        both6 &= source.Address is not { IsV6: false } && destination.Address is not { IsV6: false };
        var v6 = both6 && (flow.PreferV6 || !both4);
        if (!both4 && !both6)
            Fail(Disposition.NoCommonAddress, ExplanationCodes.UnassociatedComponent);
        else if (AddressOfSource(source, v6) is { } from && AddressOfDestination(source, destination, v6) is { } to)
            return PacketOf(flow, from, to);
        return null;
    }

    private static Packet PacketOf(Flow flow, IpAddress from, IpAddress to)
    {
        // "icmp" means the ICMP of the family.
        var protocol = flow.Protocol == IpProtocol.Icmp && from.IsV6 ? IpProtocol.Icmp6 : flow.Protocol;
        if (IpProtocol.HasPorts(protocol))
            return new Packet(from, to, protocol, flow.SourcePort ?? Flow.EphemeralPort, flow.DestinationPort ?? 0);
        var echo = from.IsV6 ? 128 : 8;
        return IpProtocol.IsIcmp(protocol)
            ? new Packet(from, to, protocol, flow.SourcePort ?? 0, flow.DestinationPort ?? echo)
            : new Packet(from, to, protocol, 0, 0);
    }

    private IpAddress? AddressOfSource(Endpoint source, bool v6)
    {
        if (source.Interface is not { } nic)
            return source.Address ?? source.FirstOfBlocks(v6) ?? (v6 ? FlowEnd.InternetV6 : FlowEnd.InternetV4);
        if (source.Address is not { } named)
            return source.First(v6)!.Private;
        if (nic.Owns(named))
            return named;
        if (nic.PrivateOf(named) is { } translated)
            return translated;
        Fail(
            Disposition.SourceDestCheck,
            nic.Element.SourceDestCheck
                ? ExplanationCodes.EniSourceDestCheckRestriction
                : ExplanationCodes.EniAddressRestriction);
        return null;
    }

    private IpAddress? AddressOfDestination(Endpoint source, Endpoint destination, bool v6)
    {
        if (destination.Interface is not { } nic)
            return destination.Address ?? destination.FirstOfBlocks(v6)
                ?? (v6 ? FlowEnd.InternetV6 : FlowEnd.InternetV4);
        if (destination.Address is not { } named)
            return (source.IsOnInternet && !v6 ? destination.FirstPublic() : null)
                ?? destination.First(v6)!.Private;
        if (nic.Owns(named) || nic.PrivateOf(named) is not null)
            return named;
        Fail(Disposition.DestinationUnknown, ExplanationCodes.EniAddressRestriction);
        return null;
    }

    private Endpoint? ById(FlowEnd end, Disposition missing)
    {
        switch (topology.Find(end.Id))
        {
            case NetworkInterface nic:
                return OfInterface(nic.Id, end, missing);
            case InternetGateway { VpcId: null }:
                return Fail(Disposition.NoInternetGateway, ExplanationCodes.UnassociatedComponent);
            case InternetGateway gateway:
                return new Endpoint(null, gateway, end.Address);
            case OnPremisesNetwork network:
                return end.Address is not { } named || TransitIndex.Holds(network, named)
                    ? OfNetwork(network, end.Address)
                    : Fail(missing, ExplanationCodes.NoSourceOrDestination);
            case VpnGateway gateway when topology.Vpc(gateway.VpcId) is not null:
                return OfPassage(gateway.Id, end, AnnouncedBy(gateway));
            case VpnGateway:
                return Fail(Disposition.NotFunctional, ExplanationCodes.UnassociatedComponent);
            case VpcPeering peering:
                // A default address is one of the requester's as a source, one of the accepter's as a destination.
                var side = missing == Disposition.SourceUnknown ? peering.RequesterVpcId : peering.AccepterVpcId;
                return OfPassage(peering.Id, end, topology.Find<Vpc>(side)?.Cidrs);
            case TransitGatewayAttachment attachment:
                return OfPassage(attachment.Id, end, topology.Index.Transit.Announced.GetValueOrDefault(
                    attachment.VpcId ?? attachment.VpnConnectionId ?? "")?.Blocks);
            case TransitGatewayPeering peering when missing == Disposition.DestinationUnknown:
                return OfPassage(peering.Id, end, null);
            case VpcEndpoint:
                return Fail(Disposition.InboundNotAllowed, ExplanationCodes.VpceIntraVpcTraffic);
            case not null:
                return Fail(Disposition.Unsupported, ExplanationCodes.UnsupportedComponent);
            default:
                return topology.Index.Instances.TryGetValue(end.Id!, out var interfaces) && !interfaces.IsEmpty
                    ? OfInterface(PrimaryOf(interfaces), end, missing)
                    : Fail(missing, ExplanationCodes.NoSourceOrDestination);
        }
    }

    private string PrimaryOf(IEnumerable<string> interfaces) =>
        interfaces.MinBy(id => (topology.Find<NetworkInterface>(id)!.DeviceIndex, id))!;

    private Endpoint? OfInterface(string id, FlowEnd end, Disposition missing) =>
        topology.Vpc(topology.Find(id)!.VpcId)?.Station(id) is InterfaceNode node
            ? new Endpoint(node, null, end.Address)
            : Fail(missing, ExplanationCodes.NoSourceOrDestination);

    private static Endpoint OfPassage(string id, FlowEnd end, IReadOnlyList<Cidr>? blocks) =>
        new(null, null, end.Address)
        {
            PlaceId = id, Kind = Arrivals.Passage, Blocks = blocks ?? [],
        };

    private List<Cidr> AnnouncedBy(VpnGateway gateway) =>
        [.. topology.Index.Transit.NamingAs<VpnConnection>(gateway.Id, topology).SelectMany(one => one.Routes)];

    private static Endpoint OfNetwork(OnPremisesNetwork network, IpAddress? address) =>
        new(null, null, address)
        {
            PlaceId = network.Id, Kind = Arrivals.OnPremises, Blocks = network.Cidrs,
        };

    private Endpoint? OfService(HostService service, FlowEnd end, Endpoint source) =>
        end.Address is not { } named
        || (source.Interface?.Subnet.Vpc.ServiceAt(named) ?? HostService.At(named)) == service
            ? new Endpoint(null, null, end.Address)
            {
                PlaceId = service.Id, Kind = Arrivals.Service, Blocks = service.Blocks,
            }
            : Fail(Disposition.DestinationUnknown, ExplanationCodes.NoSourceOrDestination);

    // Of an interface endpoint the interface in the sender's zone, as its private DNS name gives it there; else the
    // first.
    private Endpoint? OfEndpoint(VpcEndpoint endpoint, FlowEnd end, Endpoint source)
    {
        if (endpoint.Kind == VpcEndpointKind.Gateway)
        {
            var blocks = topology.Find<PrefixList>(endpoint.PrefixListId)?.Cidrs ?? [];
            return end.Address is not { } wanted || blocks.Any(block => block.Contains(wanted))
                ? new Endpoint(null, null, end.Address)
                {
                    PlaceId = endpoint.Id, Kind = Arrivals.Endpoint, Blocks = blocks,
                }
                : Fail(Disposition.DestinationUnknown, ExplanationCodes.NoSourceOrDestination);
        }

        var interfaces = endpoint.InterfaceIds
            .Select(id => topology.Vpc(endpoint.VpcId)?.Station(id)).OfType<InterfaceNode>()
            .Where(nic => end.Address is not { } named || nic.Owns(named)).ToList();
        var zone = source.Interface?.Subnet.Element.Zone;
        var chosen = interfaces.FirstOrDefault(nic => nic.Subnet.Element.Zone == zone) ?? interfaces.FirstOrDefault();
        return chosen is null ? Fail(Disposition.DestinationUnknown, ExplanationCodes.NoSourceOrDestination)
            : new Endpoint(chosen, null, end.Address);
    }

    // By a public address or an IPv6 one; else by a private one, if only one VPC has it.
    private Endpoint? HolderOf(IpAddress address)
    {
        if (topology.Index.PublicOwners.TryGetValue(address, out var id))
            return topology.Vpc(topology.Find(id)?.VpcId)?.Station(id) is InterfaceNode owner
                ? new Endpoint(owner, null, address)
                : Fail(Disposition.Unsupported, ExplanationCodes.UnsupportedComponent);
        InterfaceNode? holder = null;
        foreach (var vpc in topology.VpcsHolding(address))
            if (vpc.OwnerOf(address) is InterfaceNode nic)
            {
                if (holder is not null)
                    return Fail(Disposition.SourceUnknown, ExplanationCodes.NoSourceOrDestination);
                holder = nic;
            }

        return holder is null ? null : new Endpoint(holder, null, address);
    }

    private Endpoint? Fail(Disposition disposition, string code)
    {
        Failure = new EndpointFailure(disposition, code);
        return null;
    }
}
