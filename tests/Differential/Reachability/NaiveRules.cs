using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// The rules of matching, written as plainly as they can be: scans over all elements, and nothing remembered.
/// </summary>
internal sealed class NaiveRules(Topology topology)
{
    private readonly List<Element> _all = [.. topology.Elements.OrderBy(e => e.Id, StringComparer.Ordinal)];

    public IEnumerable<T> All<T>()
        where T : Element => _all.OfType<T>();

    public T? Get<T>(string? id)
        where T : Element => All<T>().FirstOrDefault(e => e.Id == id);

    public bool IsIn(IpAddress address, IEnumerable<Cidr> blocks) =>
        blocks.Any(b => b.First <= address && address <= b.Last && b.IsV6 == address.IsV6);

    public bool InVpc(IpAddress address, string? vpcId) => Get<Vpc>(vpcId) is { } vpc && IsIn(address, vpc.Cidrs);

    /// <summary>The interface or NAT gateway that has a private (or IPv6) address in a VPC.</summary>
    public Element? Owner(IpAddress address, string? vpcId) =>
        (Element?)All<NetworkInterface>()
            .FirstOrDefault(n => n.VpcId == vpcId && n.Addresses.Any(a => a.Private == address))
        ?? All<NatGateway>().FirstOrDefault(n => n.VpcId == vpcId && n.State != NatGatewayState.Deleted
            && n.Addresses.Any(a => a.Private == address));

    /// <summary>Who can be reached from the internet at an address.</summary>
    public Element? OutsideOwner(IpAddress address) =>
        All<Element>().FirstOrDefault(e => e is not NatGateway { State: NatGatewayState.Deleted }
            && AddressesOf(e).Any(a => address.IsV6 ? a.Private == address : a.Public == address));

    public static IReadOnlyList<InterfaceAddress> AddressesOf(Element? element) => element switch
    {
        NetworkInterface nic => nic.Addresses,
        NatGateway nat => nat.Addresses,
        _ => [],
    };

    public static string SubnetOf(Element element) => element switch
    {
        NetworkInterface nic => nic.SubnetId,
        NatGateway nat => nat.SubnetId,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>
    /// The route that decides and its block: longest prefix; then static, local, prefix list, propagated.
    /// </summary>
    public (Route? Route, Cidr? Block) Decide(string? tableId, string vpcId, IpAddress to)
    {
        if (Get<RouteTable>(tableId) is not { } table)
            return (null, null);
        var candidates = new List<(Cidr Block, int Rank, Route Route)>();
        foreach (var route in table.Routes)
        {
            var propagated = route.Origin == RouteOrigin.EnableVgwRoutePropagation;
            if (propagated && route.Destination is { } way && InVpc(way.First, vpcId) && InVpc(way.Last, vpcId))
                continue;
            if (route.Destination is { } block)
                candidates.Add((block, propagated ? 3 : 0, route));
            else
                candidates.AddRange((Get<PrefixList>(route.PrefixListId)?.Cidrs ?? []).Select(b => (b, 2, route)));
        }

        foreach (var cidr in Get<Vpc>(vpcId)!.Cidrs)
            candidates.Add((cidr, 1, new Route(cidr, null, Route.Local, RouteOrigin.CreateRouteTable)));
        var matching = candidates.Where(c => IsIn(to, [c.Block])).ToList();
        if (matching.Count == 0)
            return (null, null);
        var longest = matching.Max(c => c.Block.PrefixLength);
        var best = matching.Where(c => c.Block.PrefixLength == longest).OrderBy(c => c.Rank).First();
        return (best.Route, best.Block);
    }

    /// <summary>What a route's target is now; null for a blackhole, the VPC itself for a local route.</summary>
    public Element? Target(Route route, string vpcId)
    {
        if (route.Target == Route.Local)
            return Get<Vpc>(vpcId);
        return _all.FirstOrDefault(e => e.Id == route.Target) switch
        {
            InternetGateway igw when igw.VpcId == vpcId => igw,
            EgressOnlyInternetGateway eigw when eigw.VpcId == vpcId => eigw,
            NatGateway nat when nat.VpcId == vpcId && nat.State != NatGatewayState.Deleted => nat,
            NetworkInterface nic when nic.VpcId == vpcId && nic.Functional => nic,
            VpcPeering pcx when pcx.State == VpcPeeringState.Active
                && (pcx.RequesterVpcId == vpcId || pcx.AccepterVpcId == vpcId) => pcx,
            TransitGateway tgw when All<TransitGatewayAttachment>()
                .Any(a => a.VpcId == vpcId && a.TransitGatewayId == tgw.Id) => tgw,
            VpnGateway vgw when vgw.VpcId == vpcId => vgw,
            VpcEndpoint { Kind: VpcEndpointKind.Gateway, Functional: true } vpce when vpce.VpcId == vpcId => vpce,
            _ => null,
        };
    }

    /// <summary>The subnets of an attachment that exist in its VPC, in its order.</summary>
    public IEnumerable<Subnet> SubnetsOf(TransitGatewayAttachment attachment) =>
        attachment.SubnetIds.Select(Get<Subnet>).OfType<Subnet>().Where(s => s.VpcId == attachment.VpcId);

    /// <summary>
    /// The route of a transit gateway that decides: longest prefix; then static, prefix list, a VPC's, a VPN's.
    /// </summary>
    public (TransitGatewayRoute Route, Cidr Block, bool Propagated)? Decide(
        TransitGatewayRouteTable table, IpAddress to)
    {
        var candidates = new List<(int Rank, Cidr Block, TransitGatewayRoute Route)>();
        foreach (var route in table.Routes)
            if (route.Destination is { } block)
                candidates.Add((0, block, route));
            else
                candidates.AddRange((Get<PrefixList>(route.PrefixListId)?.Cidrs ?? []).Select(b => (1, b, route)));
        foreach (var attachment in All<TransitGatewayAttachment>())
            if (attachment.Functional && attachment.PropagatesTo.Contains(table.Id))
                candidates.AddRange(LearnedFrom(attachment).Select(x =>
                    (x.Rank, x.Block, new TransitGatewayRoute(x.Block, null, attachment.Id))));
        var matching = candidates.Where(c => IsIn(to, [c.Block]))
            .OrderByDescending(c => c.Block.PrefixLength).ThenBy(c => c.Rank).ToList();
        return matching.Count == 0 ? null : (matching[0].Route, matching[0].Block, matching[0].Rank >= 2);
    }

    private IEnumerable<(int Rank, Cidr Block)> LearnedFrom(TransitGatewayAttachment attachment)
    {
        if (attachment.VpcId is { } vpcId)
            return (Get<Vpc>(vpcId)?.Cidrs ?? []).Where(c => attachment.Ipv6 || !c.IsV6).Select(c => (2, c));
        return Get<VpnConnection>(attachment.VpnConnectionId) is { VpnGatewayId: null } vpn
            ? vpn.Routes.Select(c => (vpn.Up ? 3 : 4, c))
            : [];
    }

    public NetworkAclEntry? Decide(NetworkAcl acl, TrafficDirection direction, Packet packet) => acl.Entries
        .Where(e => e.Direction == direction && Matches(e.Protocol, e.Ports, packet)
            && IsIn(direction == TrafficDirection.Ingress ? packet.Source : packet.Destination, [e.Cidr]))
        .OrderBy(e => e.RuleNumber).FirstOrDefault();

    /// <summary>The first rule of an interface's groups that allows a packet; else the code of the refusal.</summary>
    public (string Group, SecurityGroupRule? Rule, string? Code) Decide(
        NetworkInterface nic, TrafficDirection direction, Packet packet, string? lost, string? cameFrom)
    {
        var groups = nic.SecurityGroupIds.Select(Get<SecurityGroup>).OfType<SecurityGroup>().ToList();
        var rules = groups
            .SelectMany(g => g.Rules.Where(r => r.Direction == direction).Select(r => (Group: g, Rule: r))).ToList();
        if (rules.Count == 0)
            return (nic.SecurityGroupIds[0], null, "SG_HAS_NO_RULES");
        var other = direction == TrafficDirection.Ingress ? packet.Source : packet.Destination;
        var byProtocol = rules.Where(r => Matches(r.Rule.Protocol, r.Rule.Ports, packet)).ToList();
        foreach (var (group, rule) in byProtocol)
        {
            var blocks = rule.Cidr is { } cidr ? [cidr] : Get<PrefixList>(rule.PrefixListId)?.Cidrs ?? [];
            if (IsIn(other, blocks) || (lost is null && IsMember(rule.GroupId, other, nic, direction, cameFrom)))
                return (group.Id, rule, null);
        }

        var reference = lost is not null
            && byProtocol.Any(r => IsMember(r.Rule.GroupId, other, nic, direction, cameFrom));
        return (nic.SecurityGroupIds[0], null, reference ? lost : "ENI_SG_RULES_MISMATCH");
    }

    private bool IsMember(
        string? groupId, IpAddress other, NetworkInterface nic, TrafficDirection direction, string? cameFrom)
    {
        if (groupId is null)
            return false;
        var members = All<NetworkInterface>().Where(n => n.SecurityGroupIds.Contains(groupId)
            && n.Addresses.Any(a => a.Private == other)).ToList();
        if (members.Any(m => m.VpcId == nic.VpcId && Owner(other, nic.VpcId) == m))
            return true;
        if (Get<SecurityGroup>(groupId)?.VpcId is not { } peerId || peerId == nic.VpcId
            || Get<Vpc>(peerId) is not { } peer || peer.Region != Get<Vpc>(nic.VpcId)!.Region)
            return false;
        var peered = All<VpcPeering>().Any(p => p.State == VpcPeeringState.Active
            && ((p.RequesterVpcId == peerId && p.AccepterVpcId == nic.VpcId)
                || (p.AccepterVpcId == peerId && p.RequesterVpcId == nic.VpcId)));
        var connected = direction == TrafficDirection.Egress ? peered : cameFrom == peerId;
        return connected && members.Any(m => m.VpcId == peerId && Owner(other, peerId) == m);
    }

    private static bool Matches(int protocol, PortRange ports, Packet packet) => protocol switch
    {
        -1 => true,
        6 or 17 => packet.Protocol == protocol
            && (ports.From == -1
                || Enumerable.Range(ports.From, ports.To - ports.From + 1).Contains(packet.DestinationPort)),
        1 or 58 => packet.Protocol == protocol && (ports.From == -1
            || (ports.From == packet.DestinationPort && (ports.To == -1 || ports.To == packet.SourcePort))),
        _ => packet.Protocol == protocol,
    };
}
