using System.Globalization;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using NetworkAclEntry = Orrery.Engines.Reachability.Model.NetworkAclEntry;
using NetworkInterface = Orrery.Engines.Reachability.Model.NetworkInterface;
using Route = Orrery.Engines.Reachability.Model.Route;
using SecurityGroupRule = Orrery.Engines.Reachability.Model.SecurityGroupRule;
using TrafficDirection = Orrery.Engines.Reachability.Model.TrafficDirection;
using TransitGatewayAttachment = Orrery.Engines.Reachability.Model.TransitGatewayAttachment;
using TransitGatewayRoute = Orrery.Engines.Reachability.Model.TransitGatewayRoute;
using VpcEndpoint = Orrery.Engines.Reachability.Model.VpcEndpoint;
using VpnConnection = Orrery.Engines.Reachability.Model.VpnConnection;

namespace Orrery.Services.Ec2.Rules.Insights;

/// <summary>The hops of a trace as an analysis keeps them. The internet itself is no component.</summary>
internal sealed class PathComponents(Topology topology)
{
    /// <summary>The components of a way.</summary>
    public IEnumerable<PathComponentRecord> Of(IReadOnlyList<Hop> hops) =>
        hops.Where(hop => hop.Kind is not (HopKind.Internet or HopKind.HostService)).Select(Of);

    /// <summary>One component.</summary>
    public PathComponentRecord Of(Hop hop)
    {
        var owner = topology.Find(hop.Id) ?? topology.Find(hop.VpcId) ?? ConnectionTo(hop);
        var scope = new Scope(owner?.Account ?? "", owner?.Region ?? "");
        var carries = hop.Kind is not (HopKind.SecurityGroup or HopKind.NetworkAcl or HopKind.RouteTable
            or HopKind.TransitGatewayRouteTable);
        return new()
        {
            Component = ResourceArn.Component(scope, hop.Id),
            Account = scope.Account,
            Region = scope.Region,
            AttachedTo = topology.Find<NetworkInterface>(hop.Id)?.InstanceId is { } instance
                ? ResourceArn.Component(scope, instance)
                : null,
            Interface = ResourceArn.Component(topology, hop.InterfaceId),
            Subnet = ResourceArn.Component(topology, hop.SubnetId),
            Vpc = hop.Kind == HopKind.VpcPeering ? null : ResourceArn.Component(topology, hop.VpcId),
            SourceVpc = hop.Kind == HopKind.VpcPeering ? ResourceArn.Component(topology, hop.VpcId) : null,
            DestinationVpc = ResourceArn.Component(topology, PeerOf(hop)),
            Inbound = carries && hop.Action != HopAction.Send ? Header(hop.Packet) : null,
            Outbound = carries && hop.Action is not (HopAction.Receive or HopAction.Drop)
                ? Header(hop.Translated ?? hop.Packet)
                : null,
            Egress = hop.Direction is { } direction ? direction == TrafficDirection.Egress : null,
            AclRule = hop.Entry is { } entry ? Entry(entry) : null,
            SecurityGroupRule = hop.Rule is { } rule ? Rule(rule, hop.Id) : null,
            Route = hop.Route is { } route ? RouteOf(route, hop) : null,
            TransitGateway = ResourceArn.Component(topology, hop.TransitGatewayId),
            TransitRoute = hop.TransitRoute is { } learned ? RouteOf(learned, hop) : null,
            CustomerGateway = topology.Find<VpnConnection>(hop.Id) is { } connection
                ? ResourceArn.Component(scope, connection.CustomerGatewayId)
                : null,
            ServiceName = topology.Find<VpcEndpoint>(hop.Id)?.ServiceName,
        };
    }

    // A customer gateway without a declared network is no element, but a connection names it.
    private VpnConnection? ConnectionTo(Hop hop) => hop.Kind != HopKind.OnPremises
        ? null
        : topology.Elements.OfType<VpnConnection>().FirstOrDefault(one => one.CustomerGatewayId == hop.Id);

    private string? PeerOf(Hop hop) =>
        hop.VpcId is { } vpc && topology.Find<VpcPeering>(hop.Id) is { } peering ? peering.PeerOf(vpc) : null;

    private static PacketHeaderRecord Header(Packet packet) => new(
        packet.Protocol, packet.Source.ToString(), packet.SourcePort, packet.Destination.ToString(),
        packet.DestinationPort);

    private static NetworkAclEntryRecord Entry(NetworkAclEntry entry) => new()
    {
        RuleNumber = entry.RuleNumber,
        Egress = entry.Direction == TrafficDirection.Egress,
        RuleAction = entry.Allow ? RuleAction.Allow : RuleAction.Deny,
        Protocol = entry.Protocol.ToString(CultureInfo.InvariantCulture),
        Cidr = entry.Cidr,
        FromPort = entry.Ports.From < 0 ? null : entry.Ports.From,
        ToPort = entry.Ports.From < 0 ? null : entry.Ports.To,
    };

    private static SecurityGroupRuleRecord Rule(SecurityGroupRule rule, string group) => new()
    {
        Id = new(rule.Id),
        GroupId = new(group),
        IsEgress = rule.Direction == TrafficDirection.Egress,
        IpProtocol = rule.Protocol == IpProtocol.All ? "-1" : IpProtocol.NameOf(rule.Protocol),
        FromPort = rule.Ports.From,
        ToPort = rule.Ports.To,
        Cidr = rule.Cidr,
        PrefixListId = rule.PrefixListId is { } list ? new PrefixListId(list) : null,
        ReferencedGroup = rule.GroupId is { } other ? new() { GroupId = new(other), UserId = "" } : null,
    };

    private PathTransitRouteRecord RouteOf(TransitGatewayRoute route, Hop hop)
    {
        var (type, resource) = topology.Find(route.AttachmentId) switch
        {
            TransitGatewayAttachment { VpcId: { } vpc } => ("vpc", vpc),
            TransitGatewayAttachment { VpnConnectionId: { } vpn } => ("vpn", vpn),
            TransitGatewayPeering peering => ("peering", peering.PeerOf(hop.TransitGatewayId!)),
            _ => (null, null),
        };
        return new()
        {
            DestinationCidr = route.Destination?.ToString(),
            PrefixListId = route.PrefixListId,
            AttachmentId = route.AttachmentId,
            ResourceId = resource,
            ResourceType = type,
            Propagated = hop.Propagated,
            IsActive = hop.Code != ExplanationCodes.TgwRtbBadStateRoute,
        };
    }

    private static PathRouteRecord RouteOf(Route route, Hop hop) => new()
    {
        DestinationCidr = route.Destination?.ToString(),
        DestinationPrefixListId = route.PrefixListId,
        Target = route.Target,
        Origin = route.Origin.ToString(),
        IsActive = hop.Code != ExplanationCodes.BadStateRoute,
    };
}
