using Orrery.Contracts.Flows;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Projections;
using Orrery.Services.Ec2.Rules.FlowLogs;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Sends flows: asks the engine what happens to them, and tells the flow logs on the way.</summary>
internal sealed class FlowSender : IFlowSender
{
    /// <inheritdoc/>
    public FlowReport Send(Call call, FlowOrder order)
    {
        FlowOrders.Check(order);
        var topology = ReachabilityProjection.Of(call);
        var ends = (Source: NetworkTracer.EndOf(call, order.Source), To: NetworkTracer.EndOf(call, order.Destination));
        var protocol = FlowOrders.Protocol(order);
        var captures = new FlowCaptures(call, order);
        var arrived = 0;
        Trace? told = null;
        for (var i = 0; i < order.Count; i++)
        {
            var flow = new Flow(ends.Source, ends.To, protocol, order.Port)
            {
                SourcePort = IpProtocol.HasPorts(protocol) ? (order.SourcePort ?? Flow.EphemeralPort) + i : null,
            };
            var trace = Tracer.Trace(topology, flow);
            captures.Add(trace, new FlowWitness(call, topology).Of(trace), i);
            arrived += trace.Reachable ? 1 : 0;
            if (told is null || (told.Reachable && !trace.Reachable))
            {
                told = trace;
            }
        }

        return new(NetworkTracer.Answer(told!), order.Count, arrived, captures.Finish());
    }
}
