using System.Text;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Services.S3.Rules.Using;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Counts what storage class analysis exports: requests when they are noted, objects when a day has ended; then the
/// file is written anew. Source: S3 user guide, "Storage class analysis", "Exported file layout". Guessed: the name of
/// the file; that noncurrent versions do not count; that days are those of UTC.
/// </summary>
internal static class Analyses
{
    /// <summary>The kind of the timer; its subject is the bucket and the configuration.</summary>
    public const string TimerKind = "s3.analytics";

    private const int MostAtOnce = 5000;

    /// <summary>A configuration is new, another or gone: what it counted goes, and it begins anew.</summary>
    public static void Changed(Call call, Place place, string id)
    {
        Forget(call, place, id);
        if (Find(place, id) is not null)
        {
            // S3 user guide: daily reports begin after 24 hours.
            call.Schedule(
                TimerKind, Ages.After(call.Now, 1), InventoryRules.SubjectOf(place.Name, id), place.Scope);
        }
    }

    /// <summary>A bucket is gone.</summary>
    public static void Forget(Call call, Place place)
    {
        foreach (var wanted in AnalyticsRules.Exported(place.Bucket)) Forget(call, place, wanted.Id!);
    }

    /// <summary>A configuration that is exported, or null.</summary>
    public static AnalyticsConfiguration? Find(Place place, string id) =>
        AnalyticsRules.Exported(place.Bucket).FirstOrDefault(wanted => wanted.Id == id);

    /// <summary>The id of the report under way: no id of an inventory has a slash.</summary>
    public static string ReportOf(string id) => $"analytics/{id}";

    /// <summary>Counts requests to a bucket. Of uploads in parts nothing is seen, as the user guide says.</summary>
    public static void Note(Call call, Place place, IReadOnlyList<StoreVisit> visits)
    {
        List<AnalyticsConfiguration> all = [.. AnalyticsRules.Exported(place.Bucket)];
        if (all.Count == 0) return;
        foreach (var visit in visits)
        {
            if (visit is not { Status: < 300, Key: { } key, Operation: "GetObject" or "PutObject" }) continue;
            if (Versions.Find(call, place, key, visit.VersionId) is not { IsMarker: false } version) continue;
            foreach (var wanted in all.Where(one => Matches(one, version)))
            {
                Count(call, place, wanted, (version, visit.At), total => visit.Operation == "GetObject"
                    ? total with { Retrieved = total.Retrieved + visit.BytesSent, Requests = total.Requests + 1 }
                    : total with { Uploaded = total.Uploaded + visit.BytesReceived });
            }
        }
    }

    /// <summary>Counts some of the objects that there are, or writes the file.</summary>
    /// <returns>The report as it goes on; null where it is done.</returns>
    public static ReportRecord? Continue(Call call, Place place, AnalyticsConfiguration wanted, ReportRecord report)
    {
        // What was there when the day ended.
        var at = report.Begun.AddTicks(-1);
        var filter = AnalyticsRules.FilterOf(wanted);
        var order = new ListOrder { Prefix = filter?.Prefix ?? "", After = report.AfterKey, Most = MostAtOnce };
        var some = ObjectLists.Of(call, place, order).Items;
        foreach (var version in some.Where(version => version.Modified <= at && Matches(wanted, version)))
        {
            Count(call, place, wanted, (version, at), total => total with
            {
                Objects = total.Objects + 1, Bytes = total.Bytes + version.Size,
            });
        }

        if (some.Count == MostAtOnce) return report with { AfterKey = some[^1].Key };
        Deliver(call, place, wanted);
        return null;
    }

    private static void Deliver(Call call, Place place, AnalyticsConfiguration wanted)
    {
        var destination = AnalyticsRules.TargetOf(wanted)!;
        if (ReportTargets.Of(call, destination.Bucket!) is not { } target) return;
        var key = $"{ReportTargets.FolderOf(destination.Prefix)}data/{wanted.Id}.csv";
        if (!Deliveries.May(call, place, target, key, Deliveries.Service)) return;
        var text = AnalysisText.Of(wanted, [.. Of(call, place, wanted.Id!)]);
        Deliveries.Put(call, target, new(key, Encoding.UTF8.GetBytes(text), "text/csv"));
    }

    private static bool Matches(AnalyticsConfiguration wanted, VersionRecord version) =>
        ReportFilters.Matches(AnalyticsRules.FilterOf(wanted), version.Key, version);

    private static void Count(
        Call call, Place place, AnalyticsConfiguration wanted, (VersionRecord Version, DateTimeOffset At) what,
        Func<AnalysisRecord, AnalysisRecord> change)
    {
        var table = call.Write(Tables.Analyses, place.Scope);
        var (version, at) = what;
        foreach (var age in AgeGroups.Of(version.Size, at - version.Modified))
        {
            var none = new AnalysisRecord(place.Name, wanted.Id!, Usage.DayOf(at), version.StorageClass, age);
            table.Put(change(table.Find(none.Place) ?? none));
        }
    }

    private static void Forget(Call call, Place place, string id)
    {
        call.Cancel(TimerKind, InventoryRules.SubjectOf(place.Name, id), place.Scope);
        call.Write(Tables.Reports, place.Scope).Remove(new($"{place.Name}/{ReportOf(id)}"));
        var totals = call.Write(Tables.Analyses, place.Scope);
        foreach (var total in Of(call, place, id).ToList()) totals.Remove(total.Place);
    }

    private static IEnumerable<AnalysisRecord> Of(ReadCall call, Place place, string id) =>
        call.Read(Tables.Analyses, place.Scope).From(new($"{place.Name}/{id}/"))
            .TakeWhile(total => total.Bucket == place.Name && total.Id == id);
}
