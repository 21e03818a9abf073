using Orrery.Contracts.Stores;
using Orrery.Kernel.State;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Logging;
using Orrery.Services.S3.Rules.Points;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Services.S3.Rules.Tiering;
using Orrery.Services.S3.Rules.Using;

namespace Orrery.Services.S3.Ports;

/// <summary>Makes of requests that were answered what is billed, logged and measured.</summary>
internal sealed class StoreLedger : IStoreLedger
{
    /// <inheritdoc/>
    public Scope? ScopeOf(ReadCall call, string bucket) =>
        BucketRules.NameOf(call, PointRules.BucketOf(call, bucket)) is { } owner
            ? new Scope(owner.Account, owner.Region)
            : null;

    /// <inheritdoc/>
    public bool IsAwaited(ReadCall call, StoreVisit visit) =>
        visit.StorageClass == Tiers.Class
        || (Replicas.PlaceOf(call, PointRules.BucketOf(call, visit.Bucket)) is { Bucket.Settings: not null } place
            && (LogFiles.IsLogged(place.Bucket) || RequestMetrics.AreWanted(place.Bucket)));

    /// <inheritdoc/>
    public void Note(Call call, string bucket, IReadOnlyList<StoreVisit> visits)
    {
        var point = PointRules.Find(call, bucket);
        if (call.Read(Tables.Buckets).Find(point?.Point.Bucket ?? new(bucket)) is not { } found) return;
        // Who used an alias came through the access point.
        if (point is not null) visits = [.. visits.Select(visit => visit with { Bucket = point.Arn })];
        var place = new Place(call.Scope, found);
        Requests.Count(call, place, visits);
        Tiers.Touch(call, place, visits);
        if (found.Settings is null) return;
        RequestMetrics.Put(call, place, visits);
        Analyses.Note(call, place, visits);
        LogFiles.Note(call, place, visits);
    }
}
