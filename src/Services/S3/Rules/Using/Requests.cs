using Orrery.Contracts.Stores;

namespace Orrery.Services.S3.Rules.Using;

/// <summary>
/// What of requests is billed. Sources: S3 pricing page ("PUT, COPY, POST, LIST requests", "GET, SELECT, and all other
/// requests"; DELETE and CANCEL are free); S3 user guide, "Billing for Amazon S3 error responses": what others are
/// refused is not charged, nor what fails inside.
/// </summary>
internal static class Requests
{
    /// <summary>Counts requests to a bucket.</summary>
    public static void Count(Call call, Place place, IReadOnlyList<StoreVisit> visits)
    {
        var all = visits.Where(visit => IsBilled(place, visit)).SelectMany(Of)
            .GroupBy(static one => (Day: Usage.DayOf(one.At), one.Done.Kind, one.Done.StorageClass));
        foreach (var same in all)
        {
            var amount = same.Sum(static one => one.Done.Amount);
            Activities.Count(call, place, new(same.Key.Kind, same.Key.StorageClass, amount), same.First().At);
        }
    }

    private static bool IsBilled(Place place, StoreVisit visit) => visit.Status < 500
        && (visit.Status != 403
            || (visit.Caller is { Kind: not CallerKind.Anonymous } caller && caller.Account == place.Scope.Account));

    private static IEnumerable<(DateTimeOffset At, Activity Done)> Of(StoreVisit visit)
    {
        if (KindOf(visit) is { } kind) yield return (visit.At, new(kind, visit.StorageClass, 1));
        if (visit.BytesSent > 0)
            yield return (visit.At, new(StoreUseKind.DownloadedBytes, visit.StorageClass, visit.BytesSent));
        if (visit.BytesReceived > 0 && visit.Status < 300)
            yield return (visit.At, new(StoreUseKind.UploadedBytes, visit.StorageClass, visit.BytesReceived));
        // What is read of an archive is a restored copy, which was paid for when it was asked for.
        if (visit.Operation == "GetObject" && visit.BytesSent > 0 && visit.Status < 300
            && Billed.IsRetrieved(visit.StorageClass) && !Billed.HasIndex(visit.StorageClass))
            yield return (visit.At, new(StoreUseKind.RetrievedBytes, visit.StorageClass, visit.BytesSent));
    }

    private static StoreUseKind? KindOf(StoreVisit visit)
    {
        // Restores count where they are asked for, because their speed is not known here.
        if (visit.Operation is "DeleteObjects" or "RestoreObject" || visit.Method == "DELETE") return null;
        return visit.Method is "PUT" or "POST" || visit.Operation.StartsWith("List", StringComparison.Ordinal)
            ? StoreUseKind.WriteRequests
            : StoreUseKind.ReadRequests;
    }
}
