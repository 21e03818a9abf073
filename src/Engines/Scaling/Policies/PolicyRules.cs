using Orrery.Core;

namespace Orrery.Engines.Scaling.Policies;

/// <summary>
/// Several policies at once. Source: EC2 Auto Scaling User Guide, "Dynamic scaling", Multiple scaling policies (the one
/// that gives the largest capacity wins, out and in), and "Target tracking scaling policies" (in only if all that scale
/// in are ready to). What a step policy takes away does not wait for target tracking: Application Auto Scaling API
/// Reference, PutScalingPolicy. A forecast never scales in, and what it holds is not taken away: "the desired capacity
/// is set to the maximum" ("Predictive scaling", best practices).
/// </summary>
public static class PolicyRules
{
    /// <summary>What the policies decide together.</summary>
    /// <param name="desired">What the group desires now.</param>
    /// <param name="verdicts">What each policy says.</param>
    /// <param name="forecast">What an active forecast needs at least; 0 without one.</param>
    public static PolicyOutcome Resolve(int desired, IReadOnlyList<PolicyVerdict> verdicts, int forecast = 0)
    {
        var said = verdicts.Select(v => new Reason(
            v.Kind.ToString(), Says(v), v.Policy, [v.Decision.Why])).ToList();
        var max = verdicts.Select(v => v.Decision.Max).Max();
        var outs = verdicts.Where(v => v.Decision.IsOut).ToList();
        if (outs.Count > 0) return Win(desired, Largest(outs), max, said);
        var tracking = verdicts.Where(v => v.Kind == PolicyKind.TargetTracking && v.ScalesIn).ToList();
        var waiting = tracking.FirstOrDefault(v => !v.Decision.IsIn);
        var ins = verdicts
            .Where(v => v.Decision.IsIn && (v.Kind != PolicyKind.TargetTracking || waiting is null))
            .ToList();
        if (ins.Count > 0) return Floor(Win(desired, Largest(ins), max, said), forecast);
        var text = waiting is not null && verdicts.Any(v => v.Decision.IsIn)
            ? $"{waiting.Policy} is not ready to scale in"
            : "no policy changes the capacity";
        return new(new(desired, desired, new("HOLD", text, waiting?.Policy, said), max), null);
    }

    private static PolicyVerdict Largest(List<PolicyVerdict> verdicts) =>
        verdicts.Aggregate((best, next) => next.Decision.To > best.Decision.To ? next : best);

    private static PolicyOutcome Win(int desired, PolicyVerdict winner, int? max, List<Reason> said)
    {
        var text = $"{winner.Policy} gives the largest capacity, {winner.Decision.To}";
        return new(
            new(desired, winner.Decision.To, new("LARGEST", text, winner.Policy, said), max), winner.Policy);
    }

    private static PolicyOutcome Floor(PolicyOutcome outcome, int forecast)
    {
        var decision = outcome.Decision;
        var to = Math.Max(decision.To, Math.Min(forecast, decision.From));
        if (to == decision.To) return outcome;
        var held = Reason.Of("FORECAST", $"the forecast needs {forecast}");
        return new(
            decision with { To = to, Why = decision.Why with { Because = [.. decision.Why.Because, held] } },
            to == decision.From ? null : outcome.Winner);
    }

    private static string Says(PolicyVerdict verdict) => verdict.Decision.IsChange
        ? $"{verdict.Policy} wants {verdict.Decision.To}"
        : $"{verdict.Policy} leaves {verdict.Decision.From}";
}
