using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Fronts;

/// <summary>Tells whether transfers are accelerated.</summary>
public sealed class GetBucketAccelerateConfiguration
    : IReadOperation<GetBucketAccelerateConfigurationRequest, GetBucketAccelerateConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketAccelerateConfigurationResult Run(GetBucketAccelerateConfigurationRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return Kept.Find<GetBucketAccelerateConfigurationResult>(place.Bucket) ?? new();
    }
}
