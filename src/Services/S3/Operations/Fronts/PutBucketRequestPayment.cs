using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Says who pays for requests.</summary>
public sealed class PutBucketRequestPayment
    : IWriteOperation<PutBucketRequestPaymentRequest, PutBucketRequestPaymentResult>
{
    /// <inheritdoc/>
    public PutBucketRequestPaymentResult Run(PutBucketRequestPaymentRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (request.RequestPaymentConfiguration?.Payer is not { } payer) throw Errors.Malformed();
        BucketRules.Put(call, place, Kept.With(place.Bucket, new GetBucketRequestPaymentResult { Payer = payer }));
        return new();
    }
}
