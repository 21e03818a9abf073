namespace Orrery.Engines.Scaling.Termination;

/// <summary>What each policy leaves of a choice; never nothing.</summary>
internal static class Narrowing
{
    private static readonly long Hour = TimeSpan.FromHours(1).Ticks;

    /// <summary>What a policy leaves.</summary>
    public static List<Candidate> By(TerminationPolicy policy, List<Candidate> left, DateTimeOffset now) => policy switch
    {
        TerminationPolicy.AllocationStrategy => Least(left, c => -c.Misfit),
        TerminationPolicy.OldestLaunchConfiguration => OfKind(
            left, c => c.Source.Kind == LaunchSourceKind.LaunchConfiguration, c => c.Source.Age),
        TerminationPolicy.OldestLaunchTemplate => OfKind(
            left,
            c => c.Source.Kind != LaunchSourceKind.LaunchConfiguration,
            c => ((long)c.Source.Kind, c.Source.Age)),
        TerminationPolicy.ClosestToNextInstanceHour => Least(left, c => ToNextHour(c, now)),
        TerminationPolicy.NewestInstance => Least(left, c => -c.Launched.UtcTicks),
        TerminationPolicy.OldestInstance => Least(left, c => c.Launched.UtcTicks),
        _ => left,
    };

    /// <summary>How long until the next hour of an instance begins.</summary>
    public static long ToNextHour(Candidate candidate, DateTimeOffset now)
    {
        var into = (now - candidate.Launched).Ticks % Hour;
        return Hour - (into < 0 ? into + Hour : into);
    }

    private static List<Candidate> OfKind<TKey>(
        List<Candidate> left, Func<Candidate, bool> isOfKind, Func<Candidate, TKey> age)
    {
        var those = left.Where(isOfKind).ToList();
        return those.Count == 0 ? left : Least(those, age);
    }

    private static List<Candidate> Least<TKey>(List<Candidate> left, Func<Candidate, TKey> key)
    {
        var keys = left.ConvertAll(c => key(c));
        var least = keys.Min(Comparer<TKey>.Default);
        return [.. left.Where((_, i) => Comparer<TKey>.Default.Compare(keys[i], least!) == 0)];
    }
}
