namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>
/// Which instances are replaced because of their age. Source: EC2 Auto Scaling User Guide, "Replace instances based on
/// maximum instance lifetime": one at a time where there is time for that, else several, up to 10 percent of the
/// capacity at once; possibly before their time, so that not all go at once. The pace is ours: as many side by side as
/// let all be replaced within a lifetime, each begun so that none need outlive it.
/// </summary>
public static class LifetimeRules
{
    /// <summary>How many may be replaced at once.</summary>
    /// <param name="capacity">How many instances there are.</param>
    /// <param name="lifetime">The maximum lifetime.</param>
    /// <param name="pause">How long one replacement takes, with the pause after it.</param>
    public static int AtOnce(int capacity, TimeSpan lifetime, TimeSpan pause)
    {
        var needed = (int)Math.Ceiling(capacity * (pause.TotalSeconds / lifetime.TotalSeconds));
        return Math.Clamp(needed, 1, Math.Max(1, capacity / 10));
    }

    /// <summary>The instants of launch of those to begin to replace now, the oldest first.</summary>
    /// <param name="launched">When the instances that may be replaced were launched.</param>
    /// <param name="capacity">How many instances the group has.</param>
    /// <param name="busy">How many are being replaced.</param>
    /// <param name="pace">The maximum lifetime, and how long one replacement takes.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<DateTimeOffset> Due(
        IReadOnlyList<DateTimeOffset> launched,
        int capacity,
        int busy,
        (TimeSpan Lifetime, TimeSpan Pause) pace,
        DateTimeOffset now)
    {
        var atOnce = AtOnce(capacity, pace.Lifetime, pace.Pause);
        var free = Math.Max(0, atOnce - busy);
        var sorted = launched.Order().ToList();
        return NextStart(sorted, atOnce, pace) <= now ? sorted[..Math.Min(free, sorted.Count)] : [];
    }

    /// <summary>When the next replacement has to begin; null without instances.</summary>
    /// <param name="sorted">When the instances were launched, the oldest first.</param>
    /// <param name="atOnce">How many may be replaced at once.</param>
    /// <param name="pace">The maximum lifetime, and how long one replacement takes.</param>
    public static DateTimeOffset? NextStart(
        IReadOnlyList<DateTimeOffset> sorted, int atOnce, (TimeSpan Lifetime, TimeSpan Pause) pace)
    {
        DateTimeOffset? start = null;
        for (var i = 0; i < sorted.Count; i++)
        {
            var mine = sorted[i] + pace.Lifetime - (pace.Pause * (i / atOnce));
            if (start is null || mine < start) start = mine;
        }

        return start;
    }
}
