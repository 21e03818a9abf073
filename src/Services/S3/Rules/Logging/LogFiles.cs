using System.Globalization;
using System.Text;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Logging;

/// <summary>
/// Lines that wait, and the files that they are delivered in. Sources: S3 user guide, "Logging requests with server
/// access logging", "Log object key format". Guessed: files are delivered at each full hour.
/// </summary>
internal static class LogFiles
{
    /// <summary>The kind of the timer; its subject is the bucket.</summary>
    public const string TimerKind = "s3.log";

    private const int MostLines = 5000;

    /// <summary>Whether requests to a bucket are logged.</summary>
    public static bool IsLogged(BucketRecord bucket) =>
        Kept.Find<GetBucketLoggingResult>(bucket)?.LoggingEnabled is not null;

    /// <summary>Notes requests to a bucket that is logged.</summary>
    public static void Note(Call call, Place place, IReadOnlyList<StoreVisit> visits)
    {
        if (!IsLogged(place.Bucket)) return;
        // They are told a little later: those of before there was a log are not for it.
        visits = [.. visits.Where(visit => !(visit.At < place.Bucket.LoggedSince))];
        if (visits.Count == 0) return;
        var lines = call.Write(Tables.LogLines, place.Scope);
        if (!Of(call, place.Scope, place.Name).Any())
            call.Schedule(TimerKind, NextHour(call.Now), place.Name, place.Scope);
        foreach (var visit in visits)
        {
            lines.Put(new(place.Name, visit.At, visit.Ordinal, visit.RequestId, LogTexts.Line(place, visit)));
            foreach (var line in LogBatches.Lines(call, place, visit)) lines.Put(line);
        }
    }

    /// <summary>Delivers what waits; false where there is more.</summary>
    public static bool Deliver(Call call, string name)
    {
        LogBatches.Sweep(call, name);
        List<LogLineRecord> waiting = [.. Of(call, call.Scope, name).Take(MostLines)];
        var lines = call.Write(Tables.LogLines);
        foreach (var line in waiting) lines.Remove(line.Place);
        if (waiting.Count > 0 && TargetOf(call, name) is var (place, target, wanted) && LogTargets.Takes(target))
        {
            var isByEvent = wanted.TargetObjectKeyFormat?.PartitionedPrefix is { } partitioned
                && partitioned.PartitionDateSource is PartitionDateSource.EventTime;
            foreach (var day in waiting.GroupBy(line => isByEvent ? line.At.UtcDateTime.Date : default))
            {
                var key = KeyOf(call, place, wanted, isByEvent ? day.Key : null);
                if (!Deliveries.May(call, place, target, key, Deliveries.Logging)) continue;
                var text = string.Concat(day.Select(static line => line.Text + "\n"));
                Deliveries.Put(call, target, new(key, Encoding.UTF8.GetBytes(text), "text/plain")
                {
                    Acl = LogTargets.AclOf(wanted, target),
                });
            }
        }

        return waiting.Count < MostLines;
    }

    /// <summary>A bucket is gone.</summary>
    public static void Forget(Call call, Place place)
    {
        var lines = call.Write(Tables.LogLines, place.Scope);
        foreach (var line in Of(call, place.Scope, place.Name).ToList()) lines.Remove(line.Place);
        LogBatches.Forget(call, place);
        call.Cancel(TimerKind, place.Name, place.Scope);
    }

    // The source, where it is logged still, its target, where that is there still, and how.
    private static (Place Place, Place Target, LoggingEnabled Wanted)? TargetOf(Call call, string name) =>
        call.Read(Tables.Buckets).Find(new(name)) is { } bucket
            && Kept.Find<GetBucketLoggingResult>(bucket)?.LoggingEnabled is { } wanted
            && Replicas.PlaceOf(call, wanted.TargetBucket!) is { } target
            ? (new(call.Scope, bucket), target, wanted)
            : null;

    private static IEnumerable<LogLineRecord> Of(ReadCall call, Kernel.State.Scope scope, string name) =>
        call.Read(Tables.LogLines, scope).From(new($"{name}/")).TakeWhile(line => line.Bucket == name);

    // Files that hold the events of a day bear no time of that day.
    private static string KeyOf(Call call, Place place, LoggingEnabled wanted, DateTime? day)
    {
        var unique = call.NewId("l")[^16..].ToUpperInvariant();
        var at = day ?? call.Now.UtcDateTime;
        var name = string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd-HH-mm-ss}-{unique}");
        if (wanted.TargetObjectKeyFormat?.PartitionedPrefix is null) return wanted.TargetPrefix + name;
        var date = at.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        return $"{wanted.TargetPrefix}{place.Scope.Account}/{place.Scope.Region}/{place.Name}/{date}/{name}";
    }

    private static DateTimeOffset NextHour(DateTimeOffset now) =>
        new((now.UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour) + TimeSpan.TicksPerHour, TimeSpan.Zero);
}
