using System.Globalization;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Logging;

/// <summary>
/// The lines of keys that are deleted with others, beside that of the request. Source: S3 user guide, "Amazon S3 server
/// access log format" (BATCH.DELETE.OBJECT). How the request came is known when it is noted, what became of its keys
/// when it runs: it is kept in between.
/// </summary>
internal static class LogBatches
{
    private const string Operation = "DeleteObjects";
    private static readonly TimeSpan Lost = TimeSpan.FromHours(1);

    /// <summary>Keeps what became of the keys of a request to a bucket that is logged.</summary>
    public static void Keep(Call call, Place place, IReadOnlyList<BatchEntry> entries) =>
        call.Write(Tables.Batches, place.Scope).Put(new(place.Name, call.RequestId, call.Now, entries));

    /// <summary>The lines of a request's keys; none where it deleted nothing.</summary>
    public static IEnumerable<LogLineRecord> Lines(Call call, Place place, StoreVisit visit)
    {
        if (visit.Operation != Operation) yield break;
        var batches = call.Write(Tables.Batches, place.Scope);
        if (batches.Find(new($"{place.Name}/{visit.RequestId}")) is not { } batch) yield break;
        batches.Remove(batch.Place);
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{visit.RequestId}/{i:d4}");
            yield return new(
                place.Name, visit.At, visit.Ordinal, id, LogTexts.BatchLine(place, visit, batch.Entries[i]));
        }
    }

    /// <summary>Forgets what no request will be noted for any more: its process was killed.</summary>
    public static void Sweep(Call call, string name)
    {
        var batches = call.Write(Tables.Batches);
        foreach (var batch in Of(call, call.Scope, name).Where(batch => call.Now - batch.At >= Lost).ToList())
            batches.Remove(batch.Place);
    }

    /// <summary>A bucket is gone.</summary>
    public static void Forget(Call call, Place place)
    {
        var batches = call.Write(Tables.Batches, place.Scope);
        foreach (var batch in Of(call, place.Scope, place.Name).ToList()) batches.Remove(batch.Place);
    }

    private static IEnumerable<BatchRecord> Of(ReadCall call, Kernel.State.Scope scope, string name) =>
        call.Read(Tables.Batches, scope).From(new($"{name}/")).TakeWhile(batch => batch.Bucket == name);
}
