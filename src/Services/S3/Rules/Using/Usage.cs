using Orrery.Contracts.Metrics;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Tiering;

namespace Orrery.Services.S3.Rules.Using;

/// <summary>
/// What buckets hold by storage class and tier, now and when each day ended on which it changed: so it grows with what
/// changes, not with what exists. Source: S3 user guide, "Amazon S3 daily storage metrics for buckets". Parts of
/// uploads that are not completed are not counted, nor what archives add to each object.
/// </summary>
internal static class Usage
{
    /// <summary>The namespace of the metrics.</summary>
    public const string Namespace = "AWS/S3";

    /// <summary>The dimension that names a bucket.</summary>
    public const string BucketName = "BucketName";

    /// <summary>A version came.</summary>
    public static void Came(Call call, Place place, VersionRecord version)
    {
        Count(call, place, Tiers.CountedAs(version), version.Size, 1);
        Stocks.Count(call, place, version, 1);
    }

    /// <summary>A version went.</summary>
    public static void Went(Call call, Place place, VersionRecord version)
    {
        Count(call, place, Tiers.CountedAs(version), -version.Size, -1);
        Stocks.Count(call, place, version, -1);
        var early = Billed.EarlyByteSeconds(version, call.Now);
        if (early > 0)
        {
            Activities.Count(
                call, place, new(StoreUseKind.EarlyDeletedByteSeconds, version.StorageClass, early), call.Now);
        }
    }

    /// <summary>A version has another class, or is in another tier.</summary>
    public static void Moved(Call call, Place place, VersionRecord before, VersionRecord after)
    {
        if (Tiers.CountedAs(before) == Tiers.CountedAs(after)) return;
        Went(call, place, before);
        Came(call, place, after);
    }

    /// <summary>A bucket is gone.</summary>
    public static void Forget(Call call, Place place)
    {
        var now = call.Write(Tables.Usage, place.Scope);
        foreach (var total in now.From(new($"{place.Name}/")).TakeWhile(t => t.Bucket == place.Name).ToList())
            now.Remove(total.Place);
        var days = call.Write(Tables.UsageDays, place.Scope);
        foreach (var total in days.From(new($"{place.Name}/")).TakeWhile(t => t.Bucket == place.Name).ToList())
            days.Remove(total.DayPlace);
    }

    /// <summary>The totals of a class, oldest first: each holds from the end of its day.</summary>
    public static IEnumerable<UsageRecord> Of(ReadCall call, Place place, string storageClass)
    {
        var days = call.Read(Tables.UsageDays, place.Scope).From(new($"{place.Name}/{storageClass}/"))
            .TakeWhile(total => total.Bucket == place.Name && total.StorageClass == storageClass);
        return call.Read(Tables.Usage, place.Scope).Find(new($"{place.Name}/{storageClass}")) is { } now
            ? days.Append(now)
            : days;
    }

    /// <summary>The number of a day.</summary>
    public static int DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime).DayNumber;

    private static void Count(Call call, Place place, string storageClass, long bytes, long objects)
    {
        var totals = call.Write(Tables.Usage, place.Scope);
        var today = DayOf(call.Now);
        var before = totals.Find(new($"{place.Name}/{storageClass}"))
            ?? new UsageRecord(place.Name, storageClass, today, 0, 0);
        if (before.Day < today) call.Write(Tables.UsageDays, place.Scope).Put(before);
        totals.Put(before with { Day = today, Bytes = before.Bytes + bytes, Objects = before.Objects + objects });
        call.FindPort<IMetrics>()?.Changed(call, Namespace, new(BucketName, place.Name));
    }
}
