using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells whether transfers are accelerated: never said, as nothing here sets it yet.</summary>
public sealed class GetBucketAccelerateConfiguration
    : IReadOperation<GetBucketAccelerateConfigurationRequest, GetBucketAccelerateConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketAccelerateConfigurationResult Run(GetBucketAccelerateConfigurationRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new();
    }
}
