using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Locking;

/// <summary>Puts a version under a legal hold, or lifts it.</summary>
public sealed class PutObjectLegalHold : IWriteOperation<PutObjectLegalHoldRequest, PutObjectLegalHoldResult>
{
    /// <inheritdoc/>
    public PutObjectLegalHoldResult Run(PutObjectLegalHoldRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Locks.Of(place);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        if (request.LegalHold?.Status is not { } status) throw Errors.Malformed();
        var changed = version with { HasLegalHold = status is ObjectLockLegalHoldStatus.On };
        Versions.Change(call, place, changed);
        Replicas.Changed(call, place, changed);
        return new();
    }
}
