using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Logging;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Says where requests are logged, or that they are not any more.</summary>
public sealed class PutBucketLogging : IWriteOperation<PutBucketLoggingRequest, PutBucketLoggingResult>
{
    /// <inheritdoc/>
    public PutBucketLoggingResult Run(PutBucketLoggingRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (request.BucketLoggingStatus is not { } status) throw Errors.Malformed();
        var wanted = LogTargets.Checked(call, place, status.LoggingEnabled);
        var bucket = wanted is null
            ? Kept.Without<GetBucketLoggingResult>(place.Bucket)
            : Kept.With(place.Bucket, new GetBucketLoggingResult { LoggingEnabled = wanted });
        BucketRules.Put(call, place, bucket with
        {
            LoggedSince = wanted is null ? null : bucket.LoggedSince ?? call.Now,
        });
        return new();
    }
}
