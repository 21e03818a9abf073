namespace Orrery.Engines.Scaling.Termination;

/// <summary>The place that a policy gives an instance: the least goes first.</summary>
internal static class Rank
{
    private static readonly long Hour = TimeSpan.FromHours(1).Ticks;
    private static readonly (long, long) Last = (long.MaxValue, 0);

    /// <summary>The place of an instance.</summary>
    public static (long, long) Of(TerminationPolicy policy, Candidate one, DateTimeOffset now)
    {
        var isConfiguration = one.Source.Kind == LaunchSourceKind.LaunchConfiguration;
        return policy switch
        {
            TerminationPolicy.AllocationStrategy => (-one.Misfit, 0),
            TerminationPolicy.OldestLaunchConfiguration => isConfiguration ? (0, one.Source.Age) : Last,
            TerminationPolicy.OldestLaunchTemplate => isConfiguration ? Last : ((long)one.Source.Kind, one.Source.Age),
            TerminationPolicy.ClosestToNextInstanceHour => (ToNextHour(one, now), 0),
            TerminationPolicy.NewestInstance => (-one.Launched.UtcTicks, 0),
            TerminationPolicy.OldestInstance => (one.Launched.UtcTicks, 0),
            _ => default,
        };
    }

    // An hour that has just begun is a whole one away from the next.
    private static long ToNextHour(Candidate one, DateTimeOffset now)
    {
        var into = (now - one.Launched).Ticks % Hour;
        return Hour - (into < 0 ? into + Hour : into);
    }
}
