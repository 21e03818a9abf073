using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells where requests are logged: nowhere, as nothing here sets it yet.</summary>
public sealed class GetBucketLogging : IReadOperation<GetBucketLoggingRequest, GetBucketLoggingResult>
{
    /// <inheritdoc/>
    public GetBucketLoggingResult Run(GetBucketLoggingRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new();
    }
}
