using Orrery.Contracts.Stores;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Restoring;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Services.S3.Rules.Using;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Asks for a copy of an archived object. Source: Amazon S3 API Reference, RestoreObject: 202 where it is on
/// its way, 200 where it is there and stays longer.</summary>
public sealed class RestoreObject : IWriteOperation<RestoreObjectRequest, RestoreObjectResult>
{
    private const int Accepted = 202;
    private const int Done = 200;

    /// <inheritdoc/>
    public RestoreObjectResult Run(RestoreObjectRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        var asked = request.RestoreRequest;
        Headers.RefuseOthers(
            ("SELECT restore requests", asked?.Type), ("OutputLocation of restores", asked?.OutputLocation),
            ("SelectParameters of restores", asked?.SelectParameters));
        var restore = Restores.Next(place, version, asked, call.Now);
        var isThere = Restores.IsThere(version, call.Now);
        version = version with { Restore = restore };
        Versions.Change(call, place, version);
        if (place.Bucket.Settings is not null) RestoreLoop.Begin(call, place, version);
        if (!isThere) Pay(call, place, version, asked!);
        if (!isThere) Notices.Tell(call, place, version, Notice.Restoring);
        return new() { Status = isThere ? Done : Accepted };
    }

    // By speed: each has its price.
    private static void Pay(Call call, Place place, VersionRecord version, RestoreRequest asked)
    {
        if (!Restores.IsArchive(version.StorageClass)) return;
        var what = $"{version.StorageClass}:{Restores.TierOf(asked)}";
        Activities.Count(call, place, new(StoreUseKind.RestoreRequests, what, 1), call.Now);
        Activities.Count(call, place, new(StoreUseKind.RetrievedBytes, what, version.Size), call.Now);
    }
}
