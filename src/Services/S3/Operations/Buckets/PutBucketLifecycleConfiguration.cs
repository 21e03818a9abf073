using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>
/// Says how the objects of a bucket age, those that are there included. Source: Amazon S3 API Reference,
/// PutBucketLifecycleConfiguration.
/// </summary>
public sealed class PutBucketLifecycleConfiguration
    : IWriteOperation<PutBucketLifecycleConfigurationRequest, PutBucketLifecycleConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketLifecycleConfigurationResult Run(PutBucketLifecycleConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var rules = AgeTexts.Read(request.LifecycleConfiguration?.Rules, () => call.NewId("rule"));
        var least = request.TransitionDefaultMinimumObjectSize
            ?? TransitionDefaultMinimumObjectSize.AllStorageClasses128K;
        var bucket = place.Bucket with
        {
            Lifecycle = new(rules, least == TransitionDefaultMinimumObjectSize.AllStorageClasses128K),
        };
        BucketRules.Put(call, place, bucket);
        LifecycleScan.Begin(call, place with { Bucket = bucket });
        return new() { TransitionDefaultMinimumObjectSize = least };
    }
}
