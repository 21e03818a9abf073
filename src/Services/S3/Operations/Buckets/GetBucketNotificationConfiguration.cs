using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells who is notified: nobody, as nothing here sets it yet.</summary>
public sealed class GetBucketNotificationConfiguration
    : IReadOperation<GetBucketNotificationConfigurationRequest, GetBucketNotificationConfigurationResult>
{
    /// <inheritdoc/>
    public GetBucketNotificationConfigurationResult Run(
        GetBucketNotificationConfigurationRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        return new();
    }
}
