using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// The lookups of one VPC. They rest on its own elements and on prefix lists, and on nothing of other VPCs.
/// </summary>
internal sealed class VpcIndex
{
    private readonly Dictionary<string, SubnetNode> _subnets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Station> _stations = new(StringComparer.Ordinal);
    private readonly Dictionary<IpAddress, Station> _owners = [];
    private readonly Dictionary<string, List<VpcPeering>> _peerings = new(StringComparer.Ordinal);

    private readonly Dictionary<IpAddress, HostService> _services = [];
    private readonly List<AttachmentNode> _attachments = [];

    private VpcClasses? _classes;

    private VpcIndex(Vpc vpc) => Vpc = vpc;

    public Vpc Vpc { get; }

    /// <summary>Its subnets, in the order of their ids.</summary>
    public IReadOnlyCollection<SubnetNode> Subnets => _subnets.Values;

    /// <summary>Its interfaces and NAT gateways, in the order of their ids, interfaces first.</summary>
    public IReadOnlyCollection<Station> Stations => _stations.Values;

    /// <summary>Who has an address.</summary>
    public IReadOnlyDictionary<IpAddress, Station> Owners => _owners;

    /// <summary>Its interfaces in groups of equals; made when first asked.</summary>
    public VpcClasses Classes => _classes ??= new VpcClasses(this);

    /// <summary>The attached internet gateway.</summary>
    public InternetGateway? InternetGateway { get; private set; }

    /// <summary>The gateway route table of the internet gateway.</summary>
    public RouteLookup? IngressRoutes { get; private set; }

    /// <summary>The attached egress-only internet gateway.</summary>
    public EgressOnlyInternetGateway? EgressOnlyGateway { get; private set; }

    /// <summary>The attached virtual private gateway.</summary>
    public VpnGateway? VpnGateway { get; private set; }

    /// <summary>The gateway route table of the virtual private gateway.</summary>
    public RouteLookup? VpnIngressRoutes { get; private set; }

    /// <summary>Its attachments to transit gateways, in the order of their ids.</summary>
    public IReadOnlyList<AttachmentNode> Attachments => _attachments;

    public static VpcIndex Build(Vpc vpc, IEnumerable<Element> members, Topology topology)
    {
        var index = new VpcIndex(vpc);
        // In the order of ids, so that nothing depends on the order of a hash table.
        var ordered = members.OrderBy(element => element.Id, StringComparer.Ordinal).ToList();
        var tables = new RouteLookupCache(vpc, topology);
        var groups = ordered.OfType<SecurityGroup>()
            .ToDictionary(group => group.Id, group => new SecurityGroupNode(group, topology), StringComparer.Ordinal);
        foreach (var subnet in ordered.OfType<Subnet>())
            index._subnets[subnet.Id] = new SubnetNode(subnet, index, tables, topology);
        foreach (var nic in ordered.OfType<NetworkInterface>())
            if (index._subnets.TryGetValue(nic.SubnetId, out var subnet))
                index.AddStation(new InterfaceNode(nic, subnet, groups));
        foreach (var endpoint in ordered.OfType<VpcEndpoint>())
            foreach (var id in endpoint.InterfaceIds)
                if (index.Station(id) is InterfaceNode nic)
                    nic.Endpoint = endpoint;
        foreach (var nat in ordered.OfType<NatGateway>())
            if (nat.State != NatGatewayState.Deleted && index._subnets.TryGetValue(nat.SubnetId, out var subnet))
                index.AddStation(new NatNode(nat, subnet));
        index.AddGateways(ordered, tables);
        index.AddServices();
        return index;
    }

    public SubnetNode? Subnet(string id) => _subnets.GetValueOrDefault(id);

    /// <summary>The interface or NAT gateway with an id.</summary>
    public Station? Station(string id) => _stations.GetValueOrDefault(id);

    /// <summary>The interface or NAT gateway that has an address (a private one, or IPv6), or null.</summary>
    public Station? OwnerOf(IpAddress address) => _owners.GetValueOrDefault(address);

    /// <summary>What answers an address by the host of whoever sends to it, or null.</summary>
    public HostService? ServiceAt(IpAddress address) =>
        HostService.At(address) ?? _services.GetValueOrDefault(address);

    /// <summary>The addresses of a service for interfaces of this VPC, or (null) of all of them.</summary>
    public IEnumerable<IpAddress> AddressesOf(HostService? service) =>
        HostService.Everywhere.Concat(_services).Where(pair => service is null || pair.Value == service)
            .Select(pair => pair.Key);

    /// <summary>What AWS keeps an address for in its subnet, or null.</summary>
    public ReservedAddress? ReservedFor(IpAddress address)
    {
        foreach (var block in _subnets.Values.SelectMany(subnet => subnet.Element.Cidrs))
            if (block.Contains(address))
            {
                var place = address.Bits - block.First.Bits;
                return place > 3 && address != block.Last ? null
                    : address.IsV6 ? ReservedAddress.OfSubnet
                    : place > 3 ? ReservedAddress.Broadcast
                    : (ReservedAddress)(int)place;
            }

        return null;
    }

    /// <summary>True where it has peering connections, of any state.</summary>
    public bool HasPeerings => _peerings.Count > 0;

    /// <summary>The peering connections with another VPC, of any state.</summary>
    public IReadOnlyList<VpcPeering> PeeringsWith(string vpcId) =>
        _peerings.TryGetValue(vpcId, out var peerings) ? peerings : [];

    /// <summary>Its attachment with an id, or null.</summary>
    public AttachmentNode? Attachment(string id)
    {
        foreach (var attachment in _attachments)
            if (attachment.Id == id)
                return attachment;
        return null;
    }

    /// <summary>Its attachment to a transit gateway: one that carries packets, else any; null where none is.</summary>
    public AttachmentNode? AttachmentTo(string transitGatewayId)
    {
        AttachmentNode? found = null;
        foreach (var attachment in _attachments)
            if (attachment.Element.TransitGatewayId == transitGatewayId)
                if (attachment.Element.Functional)
                    return attachment;
                else
                    found ??= attachment;
        return found;
    }

    public bool HasActivePeeringWith(string vpcId)
    {
        foreach (var peering in PeeringsWith(vpcId))
            if (peering.State == VpcPeeringState.Active)
                return true;
        return false;
    }

    /// <summary>True where one of the VPC's blocks holds the address.</summary>
    public bool Holds(IpAddress address)
    {
        var cidrs = Vpc.Cidrs;
        for (var i = 0; i < cidrs.Count; i++)
            if (cidrs[i].Contains(address))
                return true;
        return false;
    }

    private void AddStation(Station station)
    {
        _stations[station.Id] = station;
        foreach (var address in station.Addresses)
            _owners.TryAdd(address.Private, station);
    }

    // Nobody can have these addresses in AWS; in a model that gives them away, their owners do.
    private void AddServices()
    {
        foreach (var first in Vpc.Cidrs.Where(block => !block.IsV6 && block.Count > 2).Take(1))
            Serve(first.At(2), HostService.Resolver);
        foreach (var block in _subnets.Values.SelectMany(subnet => subnet.Element.Cidrs))
            if (!block.IsV6 && block.Count > 1)
                Serve(block.At(1), HostService.Router);
    }

    private void Serve(IpAddress address, HostService service)
    {
        if (!_owners.ContainsKey(address))
            _services.TryAdd(address, service);
    }

    private void AddGateways(List<Element> ordered, RouteLookupCache tables)
    {
        InternetGateway = ordered.OfType<InternetGateway>().FirstOrDefault();
        IngressRoutes = tables.Find(InternetGateway?.RouteTableId);
        EgressOnlyGateway = ordered.OfType<EgressOnlyInternetGateway>().FirstOrDefault();
        VpnGateway = ordered.OfType<VpnGateway>().FirstOrDefault();
        VpnIngressRoutes = tables.Find(VpnGateway?.RouteTableId);
        foreach (var attachment in ordered.OfType<TransitGatewayAttachment>())
            _attachments.Add(new AttachmentNode(
                attachment, this, [.. attachment.SubnetIds.Select(_subnets.GetValueOrDefault).OfType<SubnetNode>()]));
        foreach (var peering in ordered.OfType<VpcPeering>())
            if (peering.PeerOf(Vpc.Id) is { } peer)
                if (_peerings.TryGetValue(peer, out var list))
                    list.Add(peering);
                else
                    _peerings[peer] = [peering];
    }
}
