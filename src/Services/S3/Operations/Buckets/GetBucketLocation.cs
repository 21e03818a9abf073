using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells the region of a bucket. Source: API Reference: us-east-1 has no constraint.</summary>
public sealed class GetBucketLocation : IReadOperation<GetBucketLocationRequest, GetBucketLocationResult>
{
    /// <inheritdoc/>
    public GetBucketLocationResult Run(GetBucketLocationRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new() { LocationConstraint = BucketLocationConstraintWire.Parse(place.Scope.Region) };
    }
}
