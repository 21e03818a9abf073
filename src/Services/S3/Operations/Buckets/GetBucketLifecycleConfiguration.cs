using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells how the objects of a bucket age.</summary>
public sealed class GetBucketLifecycleConfiguration
    : IReadOperation<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketLifecycleConfigurationResult Run(GetBucketLifecycleConfigurationRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (place.Bucket.Lifecycle is not { } lifecycle)
            throw Errors.NotFound(
                "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
        return new()
        {
            Rules = [.. lifecycle.Rules.Select(LifecycleView.Of)],
            TransitionDefaultMinimumObjectSize = lifecycle.KeepsSmallOnes
                ? TransitionDefaultMinimumObjectSize.AllStorageClasses128K
                : TransitionDefaultMinimumObjectSize.VariesByStorageClass,
        };
    }
}
