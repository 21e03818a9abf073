using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Locking;

/// <summary>Tells whether a version is under a legal hold.</summary>
public sealed class GetObjectLegalHold : IReadOperation<GetObjectLegalHoldRequest, GetObjectLegalHoldResult>
{
    /// <inheritdoc/>
    public GetObjectLegalHoldResult Run(GetObjectLegalHoldRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Locks.Of(place);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        return version.HasLegalHold is null
            ? throw Errors.NoLock()
            : new() { LegalHold = new() { Status = LockView.StatusOf(version.HasLegalHold) } };
    }
}
