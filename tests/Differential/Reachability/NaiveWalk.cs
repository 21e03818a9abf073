using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>
/// A packet's travel as a straight-line interpreter: a loop over "where is it now", each round one place. Written from
/// the AWS pages that the engine's README names, sharing nothing with the engine but the model.
/// </summary>
internal sealed class NaiveWalk(NaiveRules rules, NaiveWalk? forward)
{
    public readonly List<Hop> Hops = [];
    public readonly HashSet<string> Tracked = [];
    public readonly List<(string Nat, Packet Before, Packet After)> Translations = [];
    public static readonly string[] Unrouted =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
        "192.0.0.8/32", "192.0.0.170/31", "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
        "::/127", "64:ff9b:1::/48", "100::/64", "fc00::/7", "fe80::/10", "ff00::/8",
    ];

    public readonly HashSet<string> LeftByEgressOnly = [];
    public Disposition Outcome = Disposition.Delivered;
    public Packet Packet = null!;
    public string? ReceivedBy;
    public string? ExitGateway;
    public bool EndedOutside;
    public string? Site;
    public string? SiteConnection;
    public string? Service;
    public (string Id, NetworkInterface Asker)? Host;
    public readonly Dictionary<string, string> Exits = [];
    private readonly HashSet<string> _passed = [];
    private bool _appliance;
    /// <summary>The gateway, attachment or peering connection at which the way is to end.</summary>
    public string? LastStop;

    private string? _cameFrom;
    private bool _byTransit;
    private bool _tells;
    private Func<NaiveWalk, bool> _right = _ => true;

    private bool IsReply => forward is not null;

    public string? Code => Outcome == Disposition.Delivered ? null : Hops[^1].Code;

    public void Go(object place, Packet packet, Func<NaiveWalk, bool> right)
    {
        (Packet, _right) = (packet, right);
        var transit = new NaiveTransit(rules, this);
        for (object? at = place; at is not null;)
        {
            at = at switch
            {
                Sending s => Send(s.Interface),
                Routing r => Route(r.SubnetId, transit),
                Arriving a => Arrive(a.Station, a.FromSubnet),
                Outside o => Cross(o),
                NoPublic n => RefuseAtGateway(n),
                AtHost h => AnswerOf(h),
                _ => transit.Go(at),
            };
        }
    }

    public sealed record Sending(NetworkInterface Interface);

    public sealed record Routing(string SubnetId);

    public sealed record Arriving(Element Station, string? FromSubnet);

    public sealed record Outside(bool Begins, string? OnlyBy = null);

    public sealed record NoPublic(string VpcId);

    public sealed record AtHost(string Id, NetworkInterface Asker);

    private object? Send(NetworkInterface nic)
    {
        var hop = new Hop(HopKind.NetworkInterface, nic.Id, HopAction.Send, Packet)
            { VpcId = nic.VpcId, SubnetId = nic.SubnetId, InterfaceId = nic.Id };
        if (!nic.Functional)
            return Stop(hop, Disposition.NotFunctional, "BAD_STATE");
        if (EndpointOf(nic) is { } endpoint)
        {
            var service = new Hop(HopKind.VpcEndpoint, endpoint.Id, HopAction.Send, Packet) { VpcId = endpoint.VpcId };
            if (!IsReply)
                return Stop(service, Disposition.InboundNotAllowed, "VPCE_INTRA_VPC_TRAFFIC");
            Hops.Add(service);
        }

        Hops.Add(hop);
        return !IsReply && NaiveHost.At(rules, nic, Packet.Destination) is { } near ? AskHost(near, nic) : GoOut(nic);
    }

    private object? AskHost(string id, NetworkInterface nic)
    {
        var hop = new Hop(HopKind.HostService, id, HopAction.Receive, Packet)
            { VpcId = nic.VpcId, InterfaceId = nic.Id };
        if (NaiveHost.Refusal(rules, nic, id, Packet) is { } refusal)
            return Stop(hop, refusal.Disposition, refusal.Code);
        Host = (id, nic);
        return End(hop);
    }

    private object? AnswerOf(AtHost host)
    {
        var nic = host.Asker;
        Hops.Add(new Hop(HopKind.HostService, host.Id, HopAction.Send, Packet)
            { VpcId = nic.VpcId, InterfaceId = nic.Id });
        Hops.Add(new Hop(HopKind.NetworkInterface, nic.Id, HopAction.Receive, Packet)
            { VpcId = nic.VpcId, SubnetId = nic.SubnetId, InterfaceId = nic.Id });
        return null;
    }

    private VpcEndpoint? EndpointOf(NetworkInterface nic) => rules.All<VpcEndpoint>()
        .LastOrDefault(e => e.VpcId == nic.VpcId && e.InterfaceIds.Contains(nic.Id));

    private object? GoOut(NetworkInterface nic)
    {
        _passed.Add(nic.Id);
        return Groups(nic, TrafficDirection.Egress) ? new Routing(nic.SubnetId) : null;
    }

    private object? Route(string subnetId, NaiveTransit transit)
    {
        var subnet = rules.Get<Subnet>(subnetId)!;
        var vpc = rules.Get<Vpc>(subnet.VpcId)!;
        var tableId = subnet.RouteTableId ?? vpc.MainRouteTableId;
        var (route, block) = rules.Decide(tableId, vpc.Id, Packet.Destination);
        var target = route is null ? null : rules.Target(route, vpc.Id);
        var next = target switch
        {
            Vpc => rules.Owner(Packet.Destination, vpc.Id),
            NatGateway or NetworkInterface => target,
            _ => null,
        };
        var leaves = next is not null ? NaiveRules.SubnetOf(next) != subnetId
            : target is not Vpc || !rules.IsIn(Packet.Destination, subnet.Cidrs);
        if (leaves && !Acl(subnet, TrafficDirection.Egress))
            return null;
        var hop = new Hop(HopKind.RouteTable, tableId!, HopAction.Pass, Packet)
            { VpcId = vpc.Id, SubnetId = subnetId, Route = route, RouteBlock = block };
        if (route is null)
            return Stop(hop, Disposition.NoRoute, "NO_ROUTE_TO_DESTINATION");
        if (target is null)
            return Stop(hop, Disposition.Blackhole, "BAD_STATE_ROUTE");
        if (target is Vpc && next is null)
        {
            var kept = NaiveHost.Reserved(rules, vpc.Id, Packet.Destination);
            return Stop(hop with { Reserved = kept }, Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION");
        }
        Hops.Add(hop);
        return target switch
        {
            Vpc or NetworkInterface => new Arriving(next!, subnetId),
            NatGateway nat => Nat(nat, subnetId),
            InternetGateway igw => ByInternetGateway(igw),
            EgressOnlyInternetGateway eigw => ByEgressOnly(eigw),
            VpcPeering pcx => Peer(pcx, vpc.Id),
            TransitGateway tgw => transit.LeaveVpc(tgw, subnet),
            VpnGateway vgw => transit.LeaveByVpnGateway(vgw),
            VpcEndpoint vpce => transit.ReachService(vpce),
            _ => throw new InvalidOperationException(),
        };
    }

    private object? Arrive(Element station, string? fromSubnet)
    {
        var subnetId = NaiveRules.SubnetOf(station);
        if (subnetId != fromSubnet && !Acl(rules.Get<Subnet>(subnetId)!, TrafficDirection.Ingress))
            return null;
        if (station is NatGateway nat)
            return NatReply(nat);
        var nic = (NetworkInterface)station;
        var hop = new Hop(HopKind.NetworkInterface, nic.Id, HopAction.Receive, Packet)
            { VpcId = nic.VpcId, SubnetId = nic.SubnetId, InterfaceId = nic.Id };
        var mine = nic.Addresses.Any(a => a.Private == Packet.Destination);
        if (!mine && _passed.Contains(nic.Id))
            return Stop(hop, Disposition.Loop, "NO_PATH");
        if (!Groups(nic, TrafficDirection.Ingress))
            return null;
        if (!mine)
        {
            if (nic.SourceDestCheck)
                return Stop(hop, Disposition.SourceDestCheck, "ENI_SOURCE_DEST_CHECK_RESTRICTION");
            Hops.Add(hop with { Action = HopAction.Pass });
            _appliance = true;
            return GoOut(nic);
        }

        if (!nic.Functional)
            return Stop(hop, Disposition.NotFunctional, "BAD_STATE");
        ReceivedBy = nic.Id;
        if (!_right(this))
            return Stop(hop, Disposition.Misrouted, "NO_PATH");
        Hops.Add(hop);
        if (EndpointOf(nic) is not { } endpoint)
            return null;
        var service = new Hop(HopKind.VpcEndpoint, endpoint.Id, HopAction.Receive, Packet) { VpcId = endpoint.VpcId };
        if (!endpoint.Functional)
            return Stop(service, Disposition.NotFunctional, "BAD_STATE");
        Hops.Add(service);
        return null;
    }

    /// <summary>Ends at a place that is no interface and not the internet, if that is who was asked.</summary>
    public object? End(Hop hop)
    {
        if (!_right(this))
            return Stop(hop, Disposition.Misrouted, "NO_PATH");
        Hops.Add(hop);
        return null;
    }

    /// <summary>True, with the hop noted, where this is the gateway at which the way is to end.</summary>
    public bool EndsHere(Hop hop)
    {
        if (hop.Id != LastStop || (IsReply && !_right(this)))
            return false;
        Hops.Add(hop with { Action = HopAction.Receive });
        return true;
    }

    /// <summary>Notes from where it came into a VPC.</summary>
    public void Came(string? fromVpc, bool byTransit, bool tells) =>
        (_cameFrom, _byTransit, _tells) = (fromVpc, byTransit, tells);

    /// <summary>By which subnet this flow came out of an attachment in appliance mode.</summary>
    public string? ExitOf(string attachment) =>
        (forward?.Exits ?? Exits).GetValueOrDefault(attachment);

    private object? Nat(NatGateway nat, string fromSubnet)
    {
        if (nat.SubnetId != fromSubnet && !Acl(rules.Get<Subnet>(nat.SubnetId)!, TrafficDirection.Ingress))
            return null;
        var hop = new Hop(HopKind.NatGateway, nat.Id, HopAction.Translate, Packet)
            { VpcId = nat.VpcId, SubnetId = nat.SubnetId };
        if (nat.State != NatGatewayState.Available || nat.Addresses.Count == 0)
            return Stop(hop, Disposition.NotFunctional, "BAD_STATE");
        if (!_passed.Add(nat.Id))
            return Stop(hop, Disposition.Loop, "NO_PATH");
        if (IsReply)
            return Stop(hop, Disposition.Misrouted, "NGW_SOURCE_ADDRESS_REASSIGN");
        if (Packet.Protocol is not (1 or 6 or 17) || Packet.Source.IsV6)
            return Stop(hop, Disposition.GatewayRefused, "PROTOCOL_RESTRICTION");
        if (!rules.InVpc(Packet.Source, nat.VpcId) && !_byTransit)
            return Stop(hop, Disposition.NotTransitive, "NGW_REQUIRES_SOURCE_IN_VPC");
        var after = Packet with { Source = nat.Addresses[0].Private };
        if (Packet.Protocol != 1)
            after = after with { SourcePort = Flow.NatPort };
        Translations.Add((nat.Id, Packet, after));
        Hops.Add(hop with { Translated = after });
        Packet = after;
        return new Routing(nat.SubnetId);
    }

    private object? NatReply(NatGateway nat)
    {
        var hop = new Hop(HopKind.NatGateway, nat.Id, HopAction.Translate, Packet)
            { VpcId = nat.VpcId, SubnetId = nat.SubnetId };
        foreach (var (id, before, after) in forward?.Translations ?? [])
        {
            var answer = after.Reply()!;
            if (id != nat.Id || answer.Source != Packet.Source || answer.Destination != Packet.Destination
                || (Packet.Protocol != 1 && answer.DestinationPort != Packet.DestinationPort))
                continue;
            var inside = Packet with { Destination = before.Source };
            if (Packet.Protocol != 1)
                inside = inside with { DestinationPort = before.SourcePort };
            Hops.Add(hop with { Translated = inside });
            Packet = inside;
            return new Routing(nat.SubnetId);
        }

        return Stop(
            hop, Disposition.InboundNotAllowed,
            _cameFrom is null ? "NO_POSSIBLE_DESTINATION" : "NGW_REQUIRES_SOURCE_IN_VPC");
    }

    private object? ByInternetGateway(InternetGateway igw)
    {
        var hop = new Hop(HopKind.InternetGateway, igw.Id, HopAction.Pass, Packet) { VpcId = igw.VpcId };
        if (rules.IsIn(Packet.Destination, Blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
            return Stop(hop, Disposition.GatewayRefused, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS");
        if (rules.IsIn(Packet.Destination, Blocks("100.64.0.0/10")))
            return Stop(hop, Disposition.GatewayRefused, "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS");
        if (rules.IsIn(Packet.Destination, Blocks(Unrouted)))
            return Stop(hop, Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION");
        var owner = rules.Owner(Packet.Source, igw.VpcId);
        var pair = NaiveRules.AddressesOf(owner).FirstOrDefault(a => a.Private == Packet.Source);
        if (pair is null || (!Packet.Source.IsV6 && pair.Public is null))
            return Stop(hop, Disposition.NoPublicAddress, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
        Translate(hop, Packet.Source.IsV6 ? null : Packet with { Source = pair.Public!.Value });
        ExitGateway = igw.Id;
        return new Outside(false);
    }

    private object? ByEgressOnly(EgressOnlyInternetGateway eigw)
    {
        var hop = new Hop(HopKind.EgressOnlyInternetGateway, eigw.Id, HopAction.Pass, Packet) { VpcId = eigw.VpcId };
        if (!Packet.Source.IsV6)
            return Stop(hop, Disposition.GatewayRefused, "PROTOCOL_RESTRICTION");
        if (rules.Owner(Packet.Source, eigw.VpcId) is null)
            return Stop(hop, Disposition.GatewayRefused, "GATEWAY_REJECTS_SPOOFED_TRAFFIC");
        if (rules.IsIn(Packet.Destination, Blocks(Unrouted)))
            return Stop(hop, Disposition.GatewayRefused, "NO_POSSIBLE_DESTINATION");
        Hops.Add(hop);
        LeftByEgressOnly.Add(eigw.VpcId!);
        ExitGateway = eigw.Id;
        return new Outside(false);
    }

    public object? Peer(VpcPeering pcx, string vpcId)
    {
        var peerId = pcx.RequesterVpcId == vpcId ? pcx.AccepterVpcId : pcx.RequesterVpcId;
        var hop = new Hop(HopKind.VpcPeering, pcx.Id, HopAction.Pass, Packet) { VpcId = vpcId };
        if (rules.Get<Vpc>(peerId) is null)
            return Stop(hop, Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION");
        if (!rules.InVpc(Packet.Destination, peerId))
            return Stop(hop, Disposition.NotTransitive, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR");
        if (!rules.InVpc(Packet.Source, vpcId))
            return Stop(hop, Disposition.NotTransitive, "GATEWAY_REJECTS_SPOOFED_TRAFFIC");
        if (EndsHere(hop))
            return null;
        if (rules.Owner(Packet.Destination, peerId) is not { } owner)
            return Stop(hop, Disposition.NoSuchAddress, "NO_POSSIBLE_DESTINATION");
        Hops.Add(hop);
        Came(vpcId, byTransit: false, tells: false);
        return new Arriving(owner, null);
    }

    private object? Cross(Outside o)
    {
        var hop = new Hop(HopKind.Internet, "internet", o.Begins ? HopAction.Send : HopAction.Pass, Packet);
        var owner = rules.OutsideOwner(Packet.Destination);
        if (owner is null)
            return EndOutside(o, hop);
        var vpcId = owner.VpcId!;
        if (o.OnlyBy is { } only && rules.Get<InternetGateway>(only)!.VpcId is var gatewayVpc && gatewayVpc != vpcId)
        {
            Hops.Add(hop);
            return Stop(
                new Hop(HopKind.InternetGateway, only, HopAction.Pass, Packet) { VpcId = gatewayVpc },
                Disposition.NoPublicAddress, "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
        }

        Came(null, byTransit: false, tells: false);
        var igw = rules.All<InternetGateway>().FirstOrDefault(g => g.VpcId == vpcId);
        var eigw = rules.All<EgressOnlyInternetGateway>().FirstOrDefault(g => g.VpcId == vpcId);
        var v6 = Packet.Destination.IsV6;
        var answered = v6 && forward?.LeftByEgressOnly.Contains(vpcId) == true;
        if (answered || (v6 && igw is null && eigw is not null))
        {
            Hops.Add(hop);
            var gate = new Hop(HopKind.EgressOnlyInternetGateway, eigw!.Id, HopAction.Track, Packet) { VpcId = vpcId };
            if (!answered)
                return Stop(gate, Disposition.InboundNotAllowed, "NO_PATH");
            Hops.Add(gate);
            return new Arriving(owner, null);
        }

        if (igw is null)
            return Stop(hop, Disposition.NoInternetGateway, "NO_PATH");
        Hops.Add(hop);
        var inside = v6 ? null : NaiveRules.AddressesOf(owner).First(a => a.Public == Packet.Destination);
        Translate(
            new Hop(HopKind.InternetGateway, igw.Id, HopAction.Pass, Packet) { VpcId = vpcId },
            inside is null ? null : Packet with { Destination = inside.Private });
        if (inside is not null)
            _passed.RemoveWhere(id => rules.Get<NetworkInterface>(id) is not null);
        return rules.Get<RouteTable>(igw.RouteTableId) is { } edge ? Guide(edge.Id, vpcId) : new Arriving(owner, null);
    }

    private object? Guide(string tableId, string vpcId)
    {
        var (route, block) = rules.Decide(tableId, vpcId, Packet.Destination);
        var hop = new Hop(HopKind.RouteTable, tableId, HopAction.Pass, Packet)
            { VpcId = vpcId, Route = route, RouteBlock = block };
        if (route is null)
            return Stop(hop, Disposition.NoRoute, "NO_ROUTE_TO_DESTINATION");
        var next = rules.Target(route, vpcId) switch
        {
            Vpc => rules.Owner(Packet.Destination, vpcId),
            NetworkInterface nic => nic,
            _ => null,
        };
        if (next is null)
            return Stop(hop, Disposition.Blackhole, "BAD_STATE_ROUTE");
        Hops.Add(hop);
        return new Arriving(next, null);
    }

    private object? EndOutside(Outside o, Hop hop)
    {
        var to = Packet.Destination;
        if (o.Begins || (to.IsV6 && rules.All<Vpc>().Any(v => rules.IsIn(to, v.Cidrs))))
        {
            var isPrivate = rules.IsIn(to, Blocks(Unrouted));
            return Stop(
                hop, Disposition.NoSuchAddress, isPrivate ? "IGW_EXPECTS_PUBLIC_ADDRESS" : "NO_POSSIBLE_DESTINATION");
        }

        EndedOutside = true;
        if (!_right(this))
            return Stop(hop, Disposition.Misrouted, "NO_PATH");
        Hops.Add(hop with { Action = HopAction.Receive });
        return null;
    }

    private object? RefuseAtGateway(NoPublic n)
    {
        var hop = new Hop(HopKind.Internet, "internet", HopAction.Send, Packet);
        if (rules.All<InternetGateway>().FirstOrDefault(g => g.VpcId == n.VpcId) is not { } igw)
            return Stop(hop, Disposition.NoInternetGateway, "NO_PATH");
        Hops.Add(hop);
        return Stop(
            new Hop(HopKind.InternetGateway, igw.Id, HopAction.Pass, Packet) { VpcId = n.VpcId },
            Disposition.NoPublicAddress, "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
    }

    public bool Acl(Subnet subnet, TrafficDirection direction)
    {
        if (rules.Get<NetworkAcl>(subnet.NetworkAclId) is not { } acl)
            return true;
        var entry = rules.Decide(acl, direction, Packet);
        var hop = new Hop(HopKind.NetworkAcl, acl.Id, HopAction.Pass, Packet)
            { VpcId = subnet.VpcId, SubnetId = subnet.Id, Direction = direction, Entry = entry };
        if (entry is null || !entry.Allow)
        {
            Stop(hop, Disposition.DeniedByNetworkAcl, "SUBNET_ACL_RESTRICTION");
            return false;
        }

        Hops.Add(hop);
        return true;
    }

    private bool Groups(NetworkInterface nic, TrafficDirection direction)
    {
        if (nic.SecurityGroupIds.Count == 0)
            return true;
        var hop = new Hop(HopKind.SecurityGroup, nic.SecurityGroupIds[0], HopAction.Track, Packet)
            { VpcId = nic.VpcId, SubnetId = nic.SubnetId, InterfaceId = nic.Id, Direction = direction };
        if (forward?.Tracked.Contains(nic.Id) == true)
        {
            Hops.Add(hop);
            return true;
        }

        var lost = direction == TrafficDirection.Egress ? null
            : _appliance ? "SG_REFERENCES_NOT_PRESERVED"
            : _byTransit && !_tells ? "SG_REFERENCING_SUPPORT"
            : null;
        var (group, rule, code) = rules.Decide(nic, direction, Packet, lost, _cameFrom);
        if (code is not null)
        {
            Stop(hop with { Id = group }, Disposition.DeniedBySecurityGroup, code);
            return false;
        }

        Tracked.Add(nic.Id);
        Hops.Add(hop with { Id = group, Action = HopAction.Pass, Rule = rule });
        return true;
    }

    private void Translate(Hop hop, Packet? packet)
    {
        Hops.Add(packet is null ? hop : hop with { Action = HopAction.Translate, Translated = packet });
        Packet = packet ?? Packet;
    }

    private static IEnumerable<Cidr> Blocks(params string[] texts) => texts.Select(text => Cidr.Parse(text));

    public object? Stop(Hop hop, Disposition disposition, string code)
    {
        Hops.Add(hop with { Action = HopAction.Drop, Code = code });
        Outcome = disposition;
        return null;
    }
}
