using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Telling;

namespace Orrery.Services.S3.Rules;

/// <summary>Deletes objects and versions. Source: S3 user guide, "Deleting object versions".</summary>
internal static class Deleting
{
    /// <summary>What a deletion did.</summary>
    /// <param name="VersionId">The version that was named and is gone, or null.</param>
    /// <param name="Marker">The delete marker that was made or removed, or null.</param>
    public readonly record struct Outcome(string? VersionId, VersionRecord? Marker);

    /// <summary>Deletes a version, or the newest: then a bucket with versions gets a delete marker.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version, or null.</param>
    /// <param name="guard">What stands against it.</param>
    public static Outcome Run(Call call, Place place, string key, string? versionId, DeletionGuard? guard = null)
    {
        var match = guard?.Match;
        if (match is not null)
        {
            var now = versionId is null
                ? Versions.Current(call, place, key)
                : Versions.Find(call, place, key, versionId);
            new Conditions { Match = match }.CheckWrite(now, key);
        }

        if (versionId is not null) return One(call, place, key, versionId, guard);
        if (place.Bucket.Versioning == Versioning.Never)
        {
            if (Versions.Current(call, place, key) is not { } current) return default;
            Versions.Remove(call, place, current);
            Notices.Tell(call, place, current, guard is null ? Notice.Expired : Notice.Deleted);
            return default;
        }

        var marker = Versions.Named(call, place, new()
        {
            Bucket = place.Name,
            Key = key,
            Order = "",
            VersionId = "",
            Modified = Times.Seconds(call.Now),
            Owner = place.Scope.Account,
            IsMarker = true,
        });
        Versions.Add(call, place, marker);
        Replicas.Begin(call, place, marker);
        Notices.Tell(call, place, marker, guard is null ? Notice.ExpiredByMarker : Notice.Marked);
        return new(null, marker);
    }

    private static Outcome One(Call call, Place place, string key, string versionId, DeletionGuard? guard)
    {
        if (Versions.Find(call, place, key, versionId) is not { } version) return new(versionId, null);
        if (guard is not null) Locks.CheckRemoval(call, guard.Request, version, guard.Bypasses);
        Versions.Remove(call, place, version);
        Notices.Tell(call, place, version, Notice.Deleted);
        return new(versionId, version.IsMarker ? version : null);
    }
}
