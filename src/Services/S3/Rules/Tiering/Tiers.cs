using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Tiering;

/// <summary>
/// The access tiers of INTELLIGENT_TIERING: they follow from when an object was last read and from the configurations
/// of its bucket. Source: S3 user guide, "How S3 Intelligent-Tiering works": 30 and 90 days, objects under 128 KB stay;
/// archive tiers where a configuration asks for them. Known to the day; copies of an object do not count as reading it.
/// </summary>
internal static class Tiers
{
    /// <summary>The storage class.</summary>
    public const string Class = "INTELLIGENT_TIERING";

    /// <summary>The tier of what is read.</summary>
    public const string Frequent = "FREQUENT";

    /// <summary>The tier of what nobody reads for a month.</summary>
    public const string Infrequent = "INFREQUENT";

    /// <summary>The tier of what nobody reads for three months.</summary>
    public const string Instant = "ARCHIVE_INSTANT_ACCESS";

    /// <summary>The first tier that has to be restored from.</summary>
    public const string Archive = "ARCHIVE_ACCESS";

    /// <summary>The second one.</summary>
    public const string DeepArchive = "DEEP_ARCHIVE_ACCESS";

    private const long Least = 128 * 1024;
    private const int InfrequentDays = 30;
    private const int InstantDays = 90;
    private static readonly TimeSpan Grain = TimeSpan.FromDays(1);

    /// <summary>The tier of a version; null where it has another class.</summary>
    public static string? Of(Place place, VersionRecord version, DateTimeOffset now)
    {
        if (version.StorageClass != Class || version.IsMarker) return null;
        if (version.Size < Least) return Frequent;
        var idle = (now - LastUse(version, now)).TotalDays;
        string? tier = null;
        foreach (var tiering in Tierings(place, version))
        {
            if (idle >= tiering.Days && tier != DeepArchive) tier = tiering.AccessTier?.ToWire();
        }

        return tier ?? (idle >= InstantDays ? Instant
            : idle >= InfrequentDays ? Infrequent
            : Frequent);
    }

    /// <summary>As what a version is counted: its class, with its tier where that is not what is read.</summary>
    public static string CountedAs(VersionRecord version) =>
        version is { StorageClass: Class, Tier: { } tier } ? Counted(tier) : version.StorageClass;

    /// <summary>As what versions of a tier are counted.</summary>
    public static string Counted(string tier) => $"{Class}:{tier}";

    /// <summary>Whether a version is counted in an archive tier.</summary>
    public static bool IsArchived(VersionRecord version) =>
        version is { StorageClass: Class, Tier: Archive or DeepArchive };

    /// <summary>When the tier of a version will be another than it is counted in; null where it stays.</summary>
    public static DateTimeOffset? NextOf(Place place, VersionRecord version, DateTimeOffset now)
    {
        if (version.Size < Least || Of(place, version, now) is not { } tier) return null;
        if (tier != (version.Tier ?? Frequent)) return now;
        var last = LastUse(version, now);
        var all = Tierings(place, version).Select(static tiering => tiering.Days ?? 0)
            .Append(InfrequentDays).Append(InstantDays).Select(days => last.AddDays(days));
        if (version.Restore is { } restore) all = all.Append(restore.Ready);
        return all.Where(at => at > now).Select(static at => (DateTimeOffset?)at).Min();
    }

    /// <summary>Has a version counted in the tier that it is in now.</summary>
    public static void Settle(Call call, Place place, VersionRecord version)
    {
        if (Of(place, version, call.Now) is not { } tier) return;
        if (tier != (version.Tier ?? Frequent))
            Versions.Change(call, place, version with { Tier = tier == Frequent ? null : tier });
        else Ageing.Ageing.NoteTier(call, place, version);
    }

    /// <summary>The archive tier of a version; null where it can be read.</summary>
    public static string? ArchiveOf(Place place, VersionRecord version, DateTimeOffset now) =>
        version.StorageClass == Class && Of(place, version, now) is { } tier && tier is Archive or DeepArchive
            ? tier
            : null;

    /// <summary>The class of archives that takes as long to restore from.</summary>
    public static string LikeClass(string tier) => tier == Archive ? "GLACIER" : "DEEP_ARCHIVE";

    /// <summary>Notes that objects were read.</summary>
    public static void Touch(Call call, Place place, IReadOnlyList<StoreVisit> visits)
    {
        foreach (var visit in visits)
        {
            if (visit is not { Operation: "GetObject", StorageClass: Class, Status: < 300, Key: { } key }) continue;
            if (Versions.Find(call, place, key, visit.VersionId) is not { StorageClass: Class } version) continue;
            if (visit.At - LastUse(version, visit.At) >= Grain)
                Versions.Change(call, place, version with { Accessed = visit.At, Tier = null });
        }
    }

    // What was restored is as if it had been read then.
    private static DateTimeOffset LastUse(VersionRecord version, DateTimeOffset now)
    {
        var last = version.Accessed ?? version.ClassSince ?? version.Modified;
        return version.Restore is { } restore && restore.Ready <= now && restore.Ready > last ? restore.Ready : last;
    }

    private static IEnumerable<Wire.Generated.S3.Tiering> Tierings(Place place, VersionRecord version) =>
        from answer in Kept.All<GetBucketIntelligentTieringConfigurationResult>(place.Bucket)
        let wanted = answer.IntelligentTieringConfiguration!
        where wanted.Status is IntelligentTieringStatus.Enabled
            && ReportFilters.Matches(TieringRules.FilterOf(wanted), version.Key, version)
        from tiering in wanted.Tierings ?? []
        orderby tiering.Days
        select tiering;
}
