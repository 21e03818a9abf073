using Orrery.Core;

namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>
/// How an instance refresh goes on. Source: EC2 Auto Scaling User Guide, "Add checkpoints to an instance refresh" (a
/// checkpoint is reached at its percentage or above; one that is jumped over is skipped; the last percentage is where
/// the refresh ends) and "Use an instance refresh with skip matching".
/// </summary>
public static class RefreshRules
{
    /// <summary>What to do next.</summary>
    public static RefreshStep Next(RefreshFacts facts, DateTimeOffset now)
    {
        var percent = facts.Size == 0 ? 100 : (int)(100L * facts.Replaced / facts.Size);
        var last = facts.Checkpoints.Count == 0 ? 100 : facts.Checkpoints[^1];
        var end = Count(facts.Size, last);
        if (Surplus(facts) is { } surplus)
            return new(surplus, null, false, percent, surplus.Why);
        if (facts.Replaced >= end && facts.InFlight == 0)
            return Idle(percent, null, true, "DONE", $"{facts.Replaced} of {facts.Size} are replaced");
        if (facts.PausedUntil is { } until && until > now)
            return Idle(percent, null, false, "CHECKPOINT_DELAY", $"it pauses until {Causes.Cause.Time(until)}");
        if (Reached(facts.Checkpoints, percent) is { } reached && reached > facts.Passed && reached < last)
            return Idle(percent, reached, false, "CHECKPOINT", $"{reached} percent is reached");
        var next = facts.Checkpoints.Where(c => c > Math.Max(facts.Passed, percent)).DefaultIfEmpty(last).First();
        var allowed = Math.Max(0, Count(facts.Size, next) - facts.Replaced - facts.InFlight);
        var step = ReplacementRules.Next(facts.Range, facts.Group with { Allowed = allowed });
        var text = $"{facts.Replaced} of {facts.Size} are replaced, {allowed} may begin before {next} percent";
        return new(step, null, false, percent, new("REFRESH", text, null, [step.Why]));
    }

    /// <summary>How many of a number a percentage takes: enough to reach it.</summary>
    public static int Count(int size, int percent) => (int)(((long)size * percent + 99) / 100);

    /// <summary>The last checkpoint that a percentage has reached; null for none.</summary>
    public static int? Reached(IReadOnlyList<int> checkpoints, int percent)
    {
        int? reached = null;
        foreach (var checkpoint in checkpoints)
            if (checkpoint <= percent)
                reached = checkpoint;
        return reached;
    }

    /// <summary>Says what is wrong with checkpoints; null where they are valid.</summary>
    public static string? Flaw(IReadOnlyList<int> checkpoints)
    {
        for (var i = 0; i < checkpoints.Count; i++)
        {
            if (checkpoints[i] is < 1 or > 100) return "a checkpoint is between 1 and 100 percent";
            if (i > 0 && checkpoints[i] <= checkpoints[i - 1]) return "checkpoints ascend and are unique";
        }

        return null;
    }

    /// <summary>Whether skip matching leaves an instance: it has the template, the version and the type.</summary>
    public static bool IsMatch(InstanceMake instance, InstanceMake wanted, IReadOnlyList<string> types) =>
        instance.Template == wanted.Template
        && instance.Version == wanted.Version
        && (types.Count == 0 ? instance.Type == wanted.Type : types.Contains(instance.Type));

    // What has its successor goes, whatever the refresh waits for; null where there is no such thing to do.
    private static ReplacementStep? Surplus(RefreshFacts facts)
    {
        var (group, old) = (facts.Group, facts.Group.Old + facts.Group.Unready);
        if (old == 0 || group.Ready + group.Warming + group.Unready <= group.Desired) return null;
        var step = ReplacementRules.Next(facts.Range, group with { Allowed = 0 });
        return step.Terminate + step.TerminateUnready > 0 ? step : null;
    }

    private static RefreshStep Idle(int percent, int? checkpoint, bool isDone, string code, string text)
    {
        var why = Reason.Of(code, text);
        return new(new(0, 0, 0, why), checkpoint, isDone, percent, why);
    }
}
