using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Tells who pays for requests: the owner, where nobody said.</summary>
public sealed class GetBucketRequestPayment
    : IReadOperation<GetBucketRequestPaymentRequest, GetBucketRequestPaymentResult>
{
    /// <inheritdoc/>
    public GetBucketRequestPaymentResult Run(GetBucketRequestPaymentRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return Kept.Find<GetBucketRequestPaymentResult>(place.Bucket) ?? new() { Payer = Payer.BucketOwner };
    }
}
