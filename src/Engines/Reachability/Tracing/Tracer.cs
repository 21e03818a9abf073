using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Remedying;
using Orrery.Engines.Reachability.Walking;

namespace Orrery.Engines.Reachability.Tracing;

/// <summary>The engine: follows a flow's packet and its reply through a topology.</summary>
public static class Tracer
{
    /// <summary>Traces a flow. Never throws for what a flow names: unknown ends are dispositions.</summary>
    public static Trace Trace(Topology topology, Flow flow, TraceOptions? options = null)
    {
        var trace = Follow(topology, flow);
        return options is not { Remedies: true } || trace.Reachable
            ? trace
            : trace with { Remedies = new RemedySearch(topology, flow, options).Find(trace) };
    }

    internal static Trace Follow(Topology topology, Flow flow)
    {
        var endpoints = new Endpoints(topology);
        if (endpoints.Source(flow.Source) is not { } source
            || endpoints.Destination(flow.Destination, source) is not { } destination
            || endpoints.FirstPacket(flow, source, destination) is not { } packet)
            return new Trace(flow, endpoints.Failure!.Value.Disposition, endpoints.Failure.Value.Code, [], []);

        var tracking = new Tracking();
        var there = new Journey(topology, tracking, ExpectationOf(source, destination), isReply: false);
        Begin(new Walk(there), packet, source, destination);
        if (there.Disposition != Disposition.Delivered || destination.Kind == Arrivals.Passage
            || there.Packet.Reply() is not { } reply)
            return new Trace(flow, there.Disposition, there.Code, there.Hops, []);

        var back = new Journey(topology, tracking, ReplyTo(packet, source), isReply: true);
        new Walk(back).FromEndOf(there, reply);
        return new Trace(flow, back.Disposition, back.Code, there.Hops, back.Hops);
    }

    private static void Begin(Walk walk, Packet packet, Endpoint source, Endpoint destination)
    {
        if (source.Interface is { } nic)
            walk.FromInterface(nic, packet);
        else if (source.PlaceId is { } place)
            if (source.Kind == Arrivals.Passage)
                walk.FromPassage(packet, place);
            else
                walk.FromOnPremises(packet, place);
        else if (destination.Interface is { } hidden && !packet.Destination.IsV6 && hidden.Owns(packet.Destination))
            walk.FromInternetToPrivate(packet, hidden.Subnet.Vpc);
        else
            walk.FromInternet(packet, source.Gateway);
    }

    private static Expectation ExpectationOf(Endpoint source, Endpoint destination) => destination switch
    {
        { Interface: { } nic } => new Expectation(Arrivals.Interface, nic),
        { PlaceId: { } place } => new Expectation(destination.Kind, PlaceId: place),
        { Gateway: not null } or { Address: null } => new Expectation(
            Arrivals.Internet, PlaceId: destination.Gateway?.Id),
        _ => new Expectation(source.IsOnInternet ? Arrivals.Interface : Arrivals.Anywhere),
    };

    private static Expectation ReplyTo(Packet packet, Endpoint source) => source switch
    {
        { Interface: { } nic } => new Expectation(Arrivals.Interface, nic, Asked: packet),
        { PlaceId: { } place } => new Expectation(source.Kind, PlaceId: place, Asked: packet),
        _ => new Expectation(Arrivals.Internet, PlaceId: source.Gateway?.Id, Asked: packet),
    };
}
