using Orrery.Kernel.State;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Logging;
using Orrery.Services.S3.Rules.Points;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Services.S3.Rules.Reports;
using Orrery.Services.S3.Rules.Using;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Deletes an empty bucket.</summary>
public sealed class DeleteBucket : IWriteOperation<DeleteBucketRequest, DeleteBucketResult>
{
    /// <inheritdoc/>
    public DeleteBucketResult Run(DeleteBucketRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (PointRules.HasAny(call, place)) throw PointErrors.Attached();
        if (!BucketRules.IsEmpty(call, place)) throw Errors.BucketNotEmpty(place.Name);
        Uploads.AbortAll(call, place);
        Usage.Forget(call, place);
        LogFiles.Forget(call, place);
        InventoryRules.Forget(call, place);
        Analyses.Forget(call, place);
        Follows.Forget(call, place);
        call.Write(Tables.Buckets, place.Scope).Remove(place.Bucket.Name);
        call.Write(Tables.Names, Scope.World).Remove(place.Bucket.Name);
        return new();
    }
}
