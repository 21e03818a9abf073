using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>
/// What lifecycle rules do to the versions of a key, and when. Source: S3 user guide, "Lifecycle configuration
/// elements" (days count from the creation, or from when a version became noncurrent, up to the next midnight UTC),
/// "Expiring objects", "Lifecycle configuration conflicts".
/// </summary>
internal static class Ages
{
    /// <summary>Everything that rules have in mind for a key, in no order.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="versions">Its versions, the newest first.</param>
    /// <param name="isAll">Whether these are all versions of the key.</param>
    public static IEnumerable<AgeStep> Steps(
        BucketRecord bucket, IReadOnlyList<VersionRecord> versions, bool isAll = true)
    {
        if (bucket.Lifecycle is not { } lifecycle) yield break;
        foreach (var rule in lifecycle.Rules.Where(static rule => rule.IsEnabled))
        {
            for (var place = 0; place < versions.Count; place++)
            {
                var version = versions[place];
                if (!rule.Filter.Matches(version)) continue;
                var steps = place > 0
                    ? Noncurrent(lifecycle, rule, version, versions[place - 1].Modified, place - 1)
                    : version.IsMarker
                        ? isAll && versions.Count == 1 ? Marker(rule, version) : []
                        : Current(bucket, lifecycle, rule, version);
                foreach (var step in steps)
                {
                    if (Unlocked(step) is { } unlocked) yield return unlocked;
                }
            }
        }
    }

    /// <summary>What happens to each version now: one thing at most.</summary>
    public static IEnumerable<AgeStep> DueSteps(IEnumerable<AgeStep> steps, DateTimeOffset now) =>
        from step in steps
        where step.Due <= now
        group step by step.Version.Order into own
        select own.OrderBy(static step => step.Kind).ThenByDescending(static step => Waterfall.Depth(step.StorageClass))
            .First();

    /// <summary>The next midnight at which something happens; null where nothing will.</summary>
    public static DateTimeOffset? Next(IEnumerable<AgeStep> steps, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        var tomorrow = Midnight(now).AddDays(1);
        foreach (var step in steps)
        {
            var due = step.Due > now ? step.Due : tomorrow;
            if (next is null || due < next) next = due;
        }

        return next;
    }

    /// <summary>How many versions a change can have made due: the newest, the one before it, and the first that newer
    /// ones do not spare any more.</summary>
    public static int Depth(LifecycleRecord lifecycle) => 3 + lifecycle.Rules.Max(static rule => Math.Max(
        rule.NoncurrentExpiration?.Newer ?? 0,
        rule.NoncurrentTransitions.Select(static t => t.Newer ?? 0).DefaultIfEmpty().Max()));

    /// <summary>Midnight after some days, rounded up.</summary>
    public static DateTimeOffset After(DateTimeOffset from, int days)
    {
        var at = from.AddDays(days);
        return Midnight(at) == at ? at : Midnight(at).AddDays(1);
    }

    // S3 user guide, "Object Lock considerations": what is locked is not removed before it is free again.
    private static AgeStep? Unlocked(AgeStep step)
    {
        if (step.Kind != AgeStepKind.Remove) return step;
        if (step.Version.HasLegalHold == true) return null;
        return step.Version.Retention is { } kept && kept.Until > step.Due
            ? step with { Due = After(kept.Until, 0) }
            : step;
    }

    private static IEnumerable<AgeStep> Current(
        BucketRecord bucket, LifecycleRecord lifecycle, AgeRule rule, VersionRecord version)
    {
        var end = bucket.Versioning == Versioning.Never ? AgeStepKind.Remove : AgeStepKind.Mark;
        if (rule.Expiration is { } expiration)
            yield return new(version, end, DueOf(expiration, version.Modified), null, rule.Id);
        foreach (var to in rule.Transitions.Where(to => Waterfall.Allows(lifecycle, rule, version, to.StorageClass!)))
        {
            var due = DueOf(to, version.Modified);
            yield return new(version, AgeStepKind.Transition, due, to.StorageClass, rule.Id);
        }
    }

    private static IEnumerable<AgeStep> Noncurrent(
        LifecycleRecord lifecycle, AgeRule rule, VersionRecord version, DateTimeOffset since, int newer)
    {
        if (rule.NoncurrentExpiration is { } expiration && newer >= (expiration.Newer ?? 0))
            yield return new(version, AgeStepKind.Remove, DueOf(expiration, since), null, rule.Id);
        if (version.IsMarker) yield break;
        foreach (var to in rule.NoncurrentTransitions.Where(to =>
            newer >= (to.Newer ?? 0) && Waterfall.Allows(lifecycle, rule, version, to.StorageClass!)))
            yield return new(version, AgeStepKind.Transition, DueOf(to, since), to.StorageClass, rule.Id);
    }

    // A marker that nothing is left under goes as soon as it is seen, or after the days of an expiration.
    private static IEnumerable<AgeStep> Marker(AgeRule rule, VersionRecord marker)
    {
        if (rule.RemovesMarkers == true)
            yield return new(marker, AgeStepKind.Remove, After(marker.Modified, 0), null, rule.Id);
        else if (rule.Expiration is { Days: not null } expiration)
            yield return new(marker, AgeStepKind.Remove, DueOf(expiration, marker.Modified), null, rule.Id);
    }

    private static DateTimeOffset DueOf(AgeLimit limit, DateTimeOffset from) =>
        limit.Date ?? After(from, limit.Days ?? 0);

    private static DateTimeOffset Midnight(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);
}
