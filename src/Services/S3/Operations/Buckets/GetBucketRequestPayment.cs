using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells who pays for requests: the owner, as nothing here sets it yet.</summary>
public sealed class GetBucketRequestPayment
    : IReadOperation<GetBucketRequestPaymentRequest, GetBucketRequestPaymentResult>
{
    /// <inheritdoc/>
    public GetBucketRequestPaymentResult Run(GetBucketRequestPaymentRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new() { Payer = Payer.BucketOwner };
    }
}
