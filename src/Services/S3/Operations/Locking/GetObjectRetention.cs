using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Locking;

/// <summary>Tells until when a version is kept.</summary>
public sealed class GetObjectRetention : IReadOperation<GetObjectRetentionRequest, GetObjectRetentionResult>
{
    /// <inheritdoc/>
    public GetObjectRetentionResult Run(GetObjectRetentionRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Locks.Of(place);
        var version = Reading.Get(call, request, place, Keys.Checked(request.Key), request.VersionId);
        if (version.Retention is not { } retention) throw Errors.NoLock();
        return new()
        {
            Retention = new()
            {
                Mode = ObjectLockRetentionModeWire.Parse(retention.Mode), RetainUntilDate = retention.Until,
            },
        };
    }
}
