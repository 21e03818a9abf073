using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Following;

/// <summary>Tells who is notified of what.</summary>
public sealed class GetBucketNotificationConfiguration
    : IReadOperation<GetBucketNotificationConfigurationRequest, GetBucketNotificationConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketNotificationConfigurationResult Run(
        GetBucketNotificationConfigurationRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return Kept.Find<GetBucketNotificationConfigurationResult>(place.Bucket) ?? new();
    }
}
