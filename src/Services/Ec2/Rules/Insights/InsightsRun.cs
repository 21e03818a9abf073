using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Projections;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using PortRange = Orrery.Engines.Reachability.Model.PortRange;

namespace Orrery.Services.Ec2.Rules.Insights;

/// <summary>
/// Runs an analysis: looks for one flow that the path allows and that arrives. Ports that the path leaves open are
/// asked of sets of packets. Where nothing arrives, the flow that gets farthest is told; for that, one port of each
/// stretch between the bounds of rules is enough.
/// </summary>
internal sealed class InsightsRun(ReadCall call, NetworkInsightsPathRecord path, NetworkInsightsAnalysisRecord analysis)
{
    private static readonly string[] KnownToSets = ["igw-", "eigw-", "nat-", "pcx-", "tgw-", "vpn-"];

    private readonly Topology _topology = ReachabilityProjection.Of(call);

    /// <summary>The analysis with what was found.</summary>
    public NetworkInsightsAnalysisRecord Run()
    {
        Trace? farthest = null;
        var refusal = (Reason?)null;
        foreach (var flow in Candidates())
        {
            var trace = Tracer.Trace(_topology, flow);
            var why = trace.Reachable ? RefusalOf(trace) : null;
            if (trace.Reachable && why is null)
            {
                return Result(trace, null);
            }

            if (farthest is null || Length(trace) > Length(farthest))
            {
                (farthest, refusal) = (trace, why);
            }
        }

        return farthest is null
            ? Ended(No("The filters at the source and at the destination exclude each other.", null))
            : Result(farthest, refusal);
    }

    // One flow of each set that arrives, at once: first where ports are asked for, else where the usual source port
    // finds no way, since another one may.
    private IEnumerable<Flow> Candidates()
    {
        var isOpen = path.DestinationPort is null || PathLimits.SourcePortsOf(path) is not null;
        foreach (var flow in isOpen ? OpenPath.Flows(_topology, path, IsWay) ?? [] : [])
        {
            yield return flow;
        }

        foreach (var flow in Flows())
        {
            yield return flow;
        }

        foreach (var flow in isOpen ? [] : OpenPath.Flows(_topology, path, IsWay) ?? [])
        {
            yield return flow;
        }
    }

    // Sets know of gateways, connections and appliances on their way; what else must be crossed is seen in the trace.
    private bool IsWay(IReadOnlyCollection<string> met) =>
        !analysis.FilterOutArns.Any(arn => met.Contains(IdOf(arn)))
        && analysis.FilterInArns.Select(IdOf).All(id => met.Contains(id) || !IsGateway(id));

    private static bool IsGateway(string id) =>
        KnownToSets.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal));

    private IEnumerable<Flow> Flows()
    {
        var begin = new FlowEnd(path.Source, PathLimits.SourceOf(path));
        var end = new FlowEnd(path.Destination, PathLimits.DestinationOf(path));
        IpProtocol.TryParse(path.Protocol, out var protocol);
        return
            from port in Bounds(PathLimits.PortsOf(path))
            from sourcePort in PathLimits.SourcePortsOf(path) is { } range
                ? Bounds(range).Select(p => (int?)p)
                : [null]
            select new Flow(begin, end, protocol, port) { SourcePort = sourcePort };
    }

    private IEnumerable<int> Bounds(PortRange? range) =>
        range is not { } ports ? []
        : ports.From == ports.To ? [ports.From]
        : PortBounds.Of(_topology, ports.From, ports.To);

    /// <summary>Why a flow that arrives is none that was asked for, or null.</summary>
    private Reason? RefusalOf(Trace trace)
    {
        var met = trace.Forward.Select(h => h.Id).ToHashSet(StringComparer.Ordinal);
        if (analysis.FilterInArns.FirstOrDefault(arn => !met.Contains(IdOf(arn))) is { } missed)
        {
            return No($"The path does not cross {IdOf(missed)}, which it must.", IdOf(missed));
        }

        if (analysis.FilterOutArns.FirstOrDefault(arn => met.Contains(IdOf(arn))) is { } crossed)
        {
            return No($"The path crosses {IdOf(crossed)}, which it must not.", IdOf(crossed));
        }

        if (ForeignAccounts(trace).FirstOrDefault() is { } account)
        {
            return No($"The path crosses account {account}, which is not one of the additional accounts.", null);
        }

        return path.FilterAtDestination is { } filter && !Passes(filter, trace.Forward[^1].Packet)
            ? No($"It arrives as {trace.Forward[^1].Packet}, which the filter at the destination excludes.", null)
            : null;
    }

    private IEnumerable<string> ForeignAccounts(Trace trace) =>
        trace.Forward.Concat(trace.Return).Where(h => h.Kind != HopKind.VpcPeering)
            .Select(h => _topology.Find(h.Id)?.Account ?? "")
            .Where(a => a.Length > 0 && a != call.Account && !analysis.AdditionalAccounts.Contains(a)).Distinct();

    private NetworkInsightsAnalysisRecord Result(Trace trace, Reason? refusal)
    {
        var components = new PathComponents(_topology);
        var found = trace.Reachable && refusal is null;
        return analysis with
        {
            Status = AnalysisStatus.Succeeded,
            PathFound = found,
            Forward = [.. components.Of(trace.Forward)],
            Return = [.. components.Of(trace.Return)],
            Code = found ? null : refusal?.Code ?? trace.Code,
            StoppedAt = trace.StoppedAt is { Kind: not (HopKind.Internet or HopKind.HostService) } hop
                ? components.Of(hop)
                : null,
            SuggestedAccounts = refusal is null ? [] : [.. ForeignAccounts(trace)],
            Decision = refusal is null ? trace.Decide() : Decision.No(refusal),
        };
    }

    private NetworkInsightsAnalysisRecord Ended(Reason reason) => analysis with
    {
        Status = AnalysisStatus.Succeeded, PathFound = false, Code = reason.Code, Decision = Decision.No(reason),
    };

    private static bool Passes(PathFilterRecord filter, Packet packet) =>
        (filter.SourceAddress is null || filter.SourceAddress == packet.Source.ToString())
        && (filter.DestinationAddress is null || filter.DestinationAddress == packet.Destination.ToString())
        && Holds(filter.SourcePortRange, packet.SourcePort)
        && Holds(filter.DestinationPortRange, packet.DestinationPort);

    private static bool Holds(PortRangeRecord? range, int port) =>
        range is null || (port >= range.From && port <= range.To);

    private static Reason No(string text, string? subject) => Reason.Of(ExplanationCodes.NoPath, text, subject);

    private static string IdOf(string arn) => arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static int Length(Trace trace) => trace.Forward.Count + trace.Return.Count;
}
