using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Minimal.</summary>
public sealed class PutBucketLifecycleConfiguration : IWriteOperation<PutBucketLifecycleConfigurationRequest, PutBucketLifecycleConfigurationResult>
{
    /// <inheritdoc/>
    public PutBucketLifecycleConfigurationResult Run(PutBucketLifecycleConfigurationRequest request, Call call) => throw Errors.Malformed();
}
