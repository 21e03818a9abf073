using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Minimal.</summary>
public sealed class GetBucketLifecycleConfiguration : IReadOperation<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketLifecycleConfigurationResult Run(GetBucketLifecycleConfigurationRequest request, ReadCall call) => throw Errors.NotFound("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
}
