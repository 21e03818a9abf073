using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Projections;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Asks the reachability engine about the world's networks.</summary>
internal sealed class NetworkTracer : ITracer
{
    private const int LastPort = 65535;

    /// <inheritdoc/>
    public TraceAnswer Trace(ReadCall call, TraceQuestion question)
    {
        CheckPort(question.Port);
        CheckPort(question.SourcePort);
        var topology = ReachabilityProjection.Of(call);
        var source = EndOf(call, question.Source);
        var destination = EndOf(call, question.Destination);
        Trace? first = null;
        foreach (var protocol in Protocols(question.Protocol))
        {
            foreach (var port in Ports(topology, protocol, question))
            {
                var flow = new Flow(source, destination, protocol, port) { SourcePort = question.SourcePort };
                var trace = Tracer.Trace(topology, flow);
                if (!trace.Reachable)
                {
                    return Answer(question.Remedies ? Tracer.Trace(topology, flow, TraceOptions.WithRemedies) : trace)
                        with { Partly = SourcePorts.Working(topology, trace) };
                }

                first ??= trace;
            }
        }

        // Every port was tried: the answer is not about the first one.
        if (question.Port is null) first = first! with { Flow = first.Flow with { DestinationPort = null } };
        return Answer(first!) with { Partly = SourcePorts.Working(topology, first!) };
    }

    /// <summary>A trace as others see it.</summary>
    public static TraceAnswer Answer(Trace trace)
    {
        var decision = trace.Decide();
        return new(
            trace.Flow.ToString(), trace.Disposition.ToString(), trace.Code,
            HopsOf(trace.Forward, decision.Root, "FORWARD"), HopsOf(trace.Return, decision.Root, "RETURN"), decision);
    }

    // The engine gives one reason a hop, in their order.
    private static IReadOnlyList<TraceHop> HopsOf(IReadOnlyList<Hop> hops, Reason root, string way) =>
        root.Because.FirstOrDefault(r => r.Code == way) is { } reasons
            ? [.. hops.Zip(reasons.Because, (hop, reason) => new TraceHop(
                hop.Id, KindOf(hop.Kind), reason.Text, hop.Action != HopAction.Drop, hop.Code)
            {
                Near = NearOf(hop),
            })]
            : [];

    private static string? NearOf(Hop hop) => hop.Kind switch
    {
        HopKind.SecurityGroup or HopKind.HostService => hop.InterfaceId,
        HopKind.NetworkAcl or HopKind.RouteTable => hop.SubnetId ?? hop.VpcId,
        HopKind.TransitGatewayRouteTable => hop.TransitGatewayId,
        _ => null,
    };

    private static string KindOf(HopKind kind) => kind switch
    {
        HopKind.Internet => "internet",
        HopKind.NetworkInterface => "network-interface",
        HopKind.SecurityGroup => "security-group",
        HopKind.NetworkAcl => "network-acl",
        HopKind.RouteTable => "route-table",
        HopKind.InternetGateway => "internet-gateway",
        HopKind.EgressOnlyInternetGateway => "egress-only-internet-gateway",
        HopKind.NatGateway => "natgateway",
        HopKind.VpcPeering => "vpc-peering-connection",
        HopKind.TransitGatewayAttachment or HopKind.TransitGatewayPeering => "transit-gateway-attachment",
        HopKind.TransitGatewayRouteTable => "transit-gateway-route-table",
        HopKind.VpnGateway => "vpn-gateway",
        HopKind.VpnConnection => "vpn-connection",
        HopKind.OnPremises => "customer-gateway",
        HopKind.VpcEndpoint => "vpc-endpoint",
        HopKind.HostService => "host-service",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of hop."),
    };

    /// <summary>
    /// An end of a flow as somebody wrote it. The same private address may be in many networks: one in the call's own
    /// scope is meant.
    /// </summary>
    public static FlowEnd EndOf(ReadCall call, string text)
    {
        var end = FlowEnd.Parse(text);
        if (end.Address is not { } address)
        {
            return end;
        }

        var holders = call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesByAddress, address.ToString());
        return holders.ToList() is [var one] ? new FlowEnd(one.Id.Value, address) : end;
    }

    private static IReadOnlyList<int> Protocols(string text) =>
        text is "-1" or "all" ? [IpProtocol.Tcp, IpProtocol.Udp, IpProtocol.Icmp]
        : IpProtocol.TryParse(text, out var protocol) ? [protocol]
        : throw Errors.InvalidParameterValue(
            $"Value ({text}) for parameter protocol is invalid. Use tcp, udp, icmp, icmpv6, a number, or -1 for all.");

    private static IEnumerable<int?> Ports(Topology topology, int protocol, TraceQuestion question) =>
        question.Port is { } port ? [port]
        : IpProtocol.HasPorts(protocol) ? PortBounds.Of(topology, 0, LastPort).Select(p => (int?)p)
        : [null];

    private static void CheckPort(int? port)
    {
        if (port is < 0 or > LastPort)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({port}) for parameter port is invalid. Ports are 0 to {LastPort}.");
        }
    }
}
