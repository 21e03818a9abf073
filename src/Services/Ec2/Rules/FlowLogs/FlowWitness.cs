using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
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
    private readonly FlowFaces _faces = new(call, topology);
    private readonly List<FlowSight> _seen = [];
    private bool _isReply;

    // The interface that the packet is leaving, until its route is known.
    private FlowFace? _leaving;

    // Where the last route led.
    private string? _target;

    private bool _sent;

    private bool _isInTransitGateway;

    /// <summary>What is seen of the packet and of its reply, in order.</summary>
    public IReadOnlyList<FlowSight> Of(Trace trace)
    {
        if (!IsLogged(trace))
        {
            return [];
        }

        Follow(trace.Forward, isReply: false);
        Follow(trace.Return, isReply: true);
        return [.. _seen];
    }

    // "Flow log limitations": not what instances send to the Amazon DNS server, for Windows license activation, to the
    // instance metadata, to the Time Sync Service and to the router's address, nor DHCP. That this holds for the IPv6
    // addresses of these services too, and that DHCP is told by its ports, is guessed. Nothing is mirrored here, and no
    // load balancer has an interface.
    private static bool IsLogged(Trace trace) =>
        !trace.Forward.Any(hop => hop.Kind == HopKind.HostService)
        && !(trace.Forward is [var first, ..] && IsDhcp(first.Packet));

    private static bool IsDhcp(Packet packet) => packet.Protocol == IpProtocol.Udp
        && ((packet.SourcePort, packet.DestinationPort) is (67 or 68, 67 or 68) or (546 or 547, 546 or 547));

    private void Follow(IReadOnlyList<Hop> hops, bool isReply)
    {
        (_isReply, _leaving, _target, _sent, _isInTransitGateway) = (isReply, null, null, false, false);
        foreach (var hop in hops)
        {
            See(hop, dropped: hop.Action == HopAction.Drop);
            _sent = true;
        }

        _seen.AddRange(new TransitWitness(topology, _faces, isReply).Of(hops));
    }

    private void See(Hop hop, bool dropped)
    {
        switch (hop.Kind)
        {
            case HopKind.NetworkInterface:
                SeeInterface(hop);
                break;
            case HopKind.SecurityGroup when dropped && hop.Direction == Direction.Ingress:
                Arrive(_faces.Of(hop.InterfaceId), hop.Packet, accepted: false);
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
                _leaving = _faces.OfNat(hop.Id);
                Arrive(_leaving, hop.Packet, accepted: true);
                break;
            case HopKind.TransitGatewayRouteTable:
                _isInTransitGateway = true;
                break;
            case HopKind.TransitGatewayAttachment when hop.SubnetId is not null && !dropped:
                SeeTransit(hop);
                break;
            default:
                break;
        }
    }

    private void SeeInterface(Hop hop)
    {
        var face = _faces.Of(hop.Id);
        if (hop.Action is HopAction.Receive or HopAction.Pass || IsLostInside(hop))
        {
            Arrive(face, hop.Packet, accepted: true);
        }

        _leaving = hop.Action is HopAction.Send or HopAction.Pass ? face : null;
    }

    // The interface of a transit gateway takes what enters it, and sends what leaves it.
    private void SeeTransit(Hop hop)
    {
        var face = _faces.OfTransit(hop.SubnetId, hop.Id);
        if (_isInTransitGateway)
        {
            (_leaving, _isInTransitGateway) = (face, false);
        }
        else
        {
            Arrive(face, hop.Packet, accepted: true);
        }
    }

    // Dropped, but not by the sender being stopped: what the source/destination check drops is guessed to be logged.
    private bool IsLostInside(Hop hop) => hop.Action == HopAction.Drop && _sent;

    private void Arrive(FlowFace? at, Packet packet, bool accepted)
    {
        if (at is not { } face)
        {
            return;
        }

        var header = _faces.Header(face.Scope, packet) with { Destination = Own(face.Record, packet.Destination) };
        _seen.Add(new(face.Scope, FlowFaces.PlaceOf(face.Scope, face.Record), header, packet)
        {
            Egress = false, Accepted = accepted, IsReply = _isReply,
        });
    }

    private void Leave(Packet packet, bool accepted, string? target)
    {
        if (_leaving is { } face)
        {
            var header = _faces.Header(face.Scope, packet) with { Source = Own(face.Record, packet.Source) };
            _seen.Add(new(face.Scope, FlowFaces.PlaceOf(face.Scope, face.Record), header, packet)
            {
                Egress = true,
                Accepted = accepted,
                IsReply = _isReply,
                TrafficPath = TrafficPaths.Of(topology, face.Record, target),
            });
        }

        _leaving = null;
    }

    // "Flow log limitations": the interface's side is always its primary private address.
    private static string Own(NetworkInterfaceRecord face, IpAddress packet) => packet.IsV6
        ? face.Ipv6Addresses is [var first, ..] && !face.Ipv6Addresses.Contains(packet.ToString())
            ? first
            : packet.ToString()
        : face.PrivateIps is [var primary, ..] ? primary : packet.ToString();

    // The interface that a network ACL keeps the packet from: the route's target, or who has the destination.
    private FlowFace? Awaited(Hop hop) => _target?[..(_target.IndexOf('-') is > 0 and var dash ? dash : 0)] switch
    {
        "eni" => _faces.Of(_target),
        "nat" => _faces.OfNat(_target!),
        "tgw" when !_isInTransitGateway => _faces.OfTransit(hop.SubnetId),
        _ => _faces.AtAddress(hop.SubnetId, hop.Packet.Destination.ToString()),
    };
}
