using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Projections;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Asks the reachability engine open questions about the world's networks.</summary>
internal sealed class NetworkSearcher : IReachSearcher
{
    /// <inheritdoc/>
    public ReachAnswer Search(ReadCall call, ReachSearch question)
    {
        var topology = ReachabilityProjection.Of(call);
        var (from, to) = (EndOf(topology, question.From), EndOf(topology, question.To));
        var asked = new ReachQuestion(from, to) { Headers = HeadersOf(question) };
        var findings = new NetworkAnalysis(topology).Ask(asked);
        return findings.Count > 0
            ? new([.. findings.Select(finding => View(topology, finding))], null)
            : new([], WhyNot(topology, question, asked));
    }

    private static ReachEnd EndOf(Topology topology, string text) => ReachEnds.Parse(topology, text)
        ?? throw Errors.InvalidParameterValue(
            $"Value ({text}) is no end of a question. Use internet, anywhere, or the id of a VPC, subnet, security "
            + "group, instance, interface, attached internet gateway, on-premises network or gateway endpoint; as the "
            + "destination also resolver, instance-metadata, time-sync or windows-activation.");

    private static Headers HeadersOf(ReachSearch question)
    {
        if (question.Port is < 0 or > 65535)
        {
            throw Errors.InvalidParameterValue($"Value ({question.Port}) for parameter port is invalid.");
        }

        return new()
        {
            Protocols = ProtocolOf(question) is { } protocol ? [protocol] : [],
            DestinationPorts = question.Port is { } port ? [PortRange.Only(port)] : [],
        };
    }

    private static int? ProtocolOf(ReachSearch question) =>
        question.Protocol is null or "-1" or "all" or "any" ? null
        : IpProtocol.TryParse(question.Protocol, out var protocol) ? protocol
        : throw Errors.InvalidParameterValue(
            $"Value ({question.Protocol}) for parameter protocol is invalid. Use tcp, udp, icmp, icmpv6, a number, "
            + "or -1 for all.");

    private static ReachFinding View(Topology topology, Finding finding) => new(
        Ids(finding.SourceIds), Ids(finding.DestinationIds), finding.Lines,
        NetworkTracer.Answer(Tracer.Trace(topology, finding.Witness)));

    private static IReadOnlyList<string> Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? ["internet"] : ids;

    // One flow from the first of the one side to the first of the other stands for all.
    private static Decision WhyNot(Topology topology, ReachSearch question, ReachQuestion asked)
    {
        if (FlowEndOf(asked.From) is not { } source || FlowEndOf(asked.To) is not { } destination)
        {
            return Decision.No(Reason.Of(
                ExplanationCodes.NoSourceOrDestination,
                $"There is no interface at {(FlowEndOf(asked.From) is null ? question.From : question.To)}.", null));
        }

        var protocol = ProtocolOf(question) ?? IpProtocol.Tcp;
        var port = question.Port ?? (IpProtocol.HasPorts(protocol) ? 443 : null);
        var flow = new Flow(source, destination, protocol, port);
        return Tracer.Trace(topology, flow, TraceOptions.WithRemedies).Decide();
    }

    private static FlowEnd? FlowEndOf(ReachEnd end) =>
        end.InterfaceIds.Count > 0 ? FlowEnd.Of(end.InterfaceIds[0])
        : end.PlaceIds.Count > 0 ? FlowEnd.Of(end.PlaceIds[0])
        : end.GatewayId is { } gateway ? FlowEnd.Of(gateway)
        : end.Internet ? FlowEnd.Internet
        : null;
}
