using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Tells where requests are logged; nothing where they are not.</summary>
public sealed class GetBucketLogging : IReadOperation<GetBucketLoggingRequest, GetBucketLoggingResult>
{
    /// <inheritdoc/>
    public GetBucketLoggingResult Run(GetBucketLoggingRequest request, ReadCall call) =>
        Kept.Find<GetBucketLoggingResult>(
            BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner).Bucket) ?? new();
}
