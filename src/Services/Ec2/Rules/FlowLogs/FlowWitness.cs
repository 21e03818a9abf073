using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Direction = Orrery.Engines.Reachability.Model.TrafficDirection;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// What the interfaces on a packet's way see of it. Security groups and the network ACL of the interface's subnet
/// decide together: what they let pass is accepted there, even where it is lost afterwards (no route, a blackhole, a
/// NAT gateway that takes no new flows). Source: Amazon VPC User Guide, "Flow log record examples"; AWS Knowledge
/// Center on inbound traffic of NAT gateways.
/// </summary>
internal sealed class FlowWitness(ReadCall call, Topology topology)
{
    private readonly List<FlowSight> _seen = [];
    private bool _isReply;

    // The interface that the packet is leaving, until its route is known.
    private (Scope Scope, NetworkInterfaceRecord Face)? _leaving;

    // Where the last route led.
    private string? _target;

    private bool _sent;

    /// <summary>What is seen of the packet and of its reply, in order.</summary>
    public IReadOnlyList<FlowSight> Of(Trace trace)
    {
        Follow(trace.Forward, isReply: false);
        Follow(trace.Return, isReply: true);
        return [.. _seen];
    }

    private void Follow(IReadOnlyList<Hop> hops, bool isReply)
    {
        (_isReply, _leaving, _target, _sent) = (isReply, null, null, false);
        foreach (var hop in hops)
        {
            See(hop, dropped: hop.Action == HopAction.Drop);
            _sent = true;
        }
    }

    private void See(Hop hop, bool dropped)
    {
        switch (hop.Kind)
        {
            case HopKind.NetworkInterface:
                SeeInterface(hop);
                break;
            case HopKind.SecurityGroup when dropped && hop.Direction == Direction.Ingress:
                Arrive(Face(hop.InterfaceId), hop.Packet, accepted: false);
                break;
            case HopKind.NetworkAcl when dropped && hop.Direction == Direction.Ingress:
                Arrive(Awaited(hop), hop.Packet, accepted: false);
                break;
            case HopKind.SecurityGroup or HopKind.NetworkAcl when dropped:
                Leave(hop.Packet, accepted: false, null);
                break;
            case HopKind.RouteTable:
                _target = hop.Route?.Target;
                Leave(hop.Packet, accepted: true, dropped ? null : _target);
                break;
            case HopKind.NatGateway:
                _leaving = NatFace(hop.Id);
                Arrive(_leaving, hop.Packet, accepted: true);
                break;
            default:
                break;
        }
    }

    private void SeeInterface(Hop hop)
    {
        var face = Face(hop.Id);
        if (hop.Action is HopAction.Receive or HopAction.Pass || IsLostInside(hop))
        {
            Arrive(face, hop.Packet, accepted: true);
        }

        _leaving = hop.Action is HopAction.Send or HopAction.Pass ? face : null;
    }

    // Dropped, but not by the sender being stopped: what the source/destination check drops is guessed to be logged.
    private bool IsLostInside(Hop hop) => hop.Action == HopAction.Drop && _sent;

    private void Arrive((Scope Scope, NetworkInterfaceRecord Face)? at, Packet packet, bool accepted)
    {
        if (at is var (scope, face))
        {
            var header = Header(scope, packet) with { Destination = Own(face, packet.Destination) };
            _seen.Add(new(scope, PlaceOf(scope, face), header, packet)
            {
                Egress = false, Accepted = accepted, IsReply = _isReply,
            });
        }
    }

    private void Leave(Packet packet, bool accepted, string? target)
    {
        if (_leaving is var (scope, face))
        {
            var header = Header(scope, packet) with { Source = Own(face, packet.Source) };
            _seen.Add(new(scope, PlaceOf(scope, face), header, packet)
            {
                Egress = true,
                Accepted = accepted,
                IsReply = _isReply,
                TrafficPath = TrafficPaths.Of(topology, face, target),
            });
        }

        _leaving = null;
    }

    /// <summary>An interface as flow logs name it.</summary>
    public static FlowPlaceRecord PlaceOf(Scope scope, NetworkInterfaceRecord face) => new(
        face.Id.Value,
        scope.Account,
        scope.Region,
        face.VpcId.Value,
        face.SubnetId.Value,
        face.RequesterManaged ? null : face.Attachment?.InstanceId,
        face.AvailabilityZoneId);

    private FlowHeaderRecord Header(Scope scope, Packet packet)
    {
        var (source, destination) = (packet.Source.ToString(), packet.Destination.ToString());
        var ports = IpProtocol.HasPorts(packet.Protocol);
        return new(
            source, destination, source, destination,
            ports ? packet.SourcePort : 0, ports ? packet.DestinationPort : 0, packet.Protocol)
        {
            SourceService = AwsServiceNames.Of(call, scope, packet.Source),
            DestinationService = AwsServiceNames.Of(call, scope, packet.Destination),
        };
    }

    // "Flow log limitations": the interface's side is always its primary private address.
    private static string Own(NetworkInterfaceRecord face, IpAddress packet) => packet.IsV6
        ? face.Ipv6Addresses is [var first, ..] && !face.Ipv6Addresses.Contains(packet.ToString())
            ? first
            : packet.ToString()
        : face.PrivateIps is [var primary, ..] ? primary : packet.ToString();

    private (Scope Scope, NetworkInterfaceRecord Face)? Face(string? id) =>
        topology.Find(id) is { } element ? Face(new Scope(element.Account, element.Region), id!) : null;

    private (Scope Scope, NetworkInterfaceRecord Face)? NatFace(string id)
    {
        if (topology.Find(id) is not { } element)
        {
            return null;
        }

        var scope = new Scope(element.Account, element.Region);
        var face = call.Read(Tables.NatGateways, scope).Find(new NatGatewayId(id))?.Addresses
            .Select(a => a.NetworkInterfaceId).FirstOrDefault(a => a is not null);
        return face is { } known ? Face(scope, known.Value) : null;
    }

    private (Scope Scope, NetworkInterfaceRecord Face)? Face(Scope scope, string id) =>
        call.Read(Tables.NetworkInterfaces, scope).Find(new NetworkInterfaceId(id)) is { } face ? (scope, face) : null;

    // The interface that a network ACL keeps the packet from: the route's target, or who has the destination.
    private (Scope Scope, NetworkInterfaceRecord Face)? Awaited(Hop hop)
    {
        if (_target?.StartsWith("eni-", StringComparison.Ordinal) == true)
        {
            return Face(_target);
        }

        if (_target?.StartsWith("nat-", StringComparison.Ordinal) == true)
        {
            return NatFace(_target);
        }

        if (topology.Find(hop.SubnetId) is not { } subnet)
        {
            return null;
        }

        var scope = new Scope(subnet.Account, subnet.Region);
        var face = call.Read(Tables.NetworkInterfaces, scope)
            .By(Tables.InterfacesByAddress, hop.Packet.Destination.ToString())
            .FirstOrDefault(f => f.SubnetId.Value == hop.SubnetId);
        return face is null ? null : (scope, face);
    }
}
