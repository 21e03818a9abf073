using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Explaining;

/// <summary>Puts a trace into sentences.</summary>
internal static class Explainer
{
    public static Decision Decide(Trace trace)
    {
        var root = new Reason(trace.Code ?? "REACHABLE", Outcome(trace), SubjectOf(trace), [.. Ways(trace)]);
        return new Decision(trace.Reachable, root, trace.Remedies);
    }

    private static string Outcome(Trace trace)
    {
        var asked = $"{trace.Flow.Source} {(trace.Reachable ? "can" : "cannot")} reach {trace.Flow.Destination} "
            + $"by {HopSentences.Service(trace.Flow)}";
        if (trace.Reachable)
            return $"{asked}.";
        var what = trace.StoppedOnReturn ? "the reply is lost: " : "";
        return trace.StoppedAt is { } hop
            ? $"{asked}: {what}{HopSentences.Lower(HopSentences.Of(hop, trace.Disposition))}"
            : $"{asked}: {HopSentences.OfEnds(trace)}";
    }

    private static string? SubjectOf(Trace trace) => trace.Disposition switch
    {
        Disposition.SourceUnknown => trace.Flow.Source.Id,
        Disposition.DestinationUnknown => trace.Flow.Destination.Id,
        _ => trace.StoppedAt?.Id,
    };

    private static IEnumerable<Reason> Ways(Trace trace)
    {
        if (trace.Forward.Count > 0)
            yield return Way("FORWARD", $"The packet: {trace.Forward[0].Packet}.", trace.Forward, trace);
        if (trace.Return.Count > 0)
            yield return Way("RETURN", $"The reply: {trace.Return[0].Packet}.", trace.Return, trace);
    }

    private static Reason Way(string code, string text, IReadOnlyList<Hop> hops, Trace trace) => new(
        code, text, null,
        [.. hops.Select(hop => Reason.Of(
            hop.Code ?? hop.Action.ToString().ToUpperInvariant(), HopSentences.Of(hop, trace.Disposition), hop.Id))]);
}
