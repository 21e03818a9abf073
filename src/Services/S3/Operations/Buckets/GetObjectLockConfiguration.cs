using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Tells whether objects are locked: none, as nothing here sets it yet.</summary>
public sealed class GetObjectLockConfiguration
    : IReadOperation<GetObjectLockConfigurationRequest, GetObjectLockConfigurationResult>
{
    /// <inheritdoc/>
    public GetObjectLockConfigurationResult Run(GetObjectLockConfigurationRequest request, ReadCall call)
    {
        BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        throw Errors.NotFound(
            "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
    }
}
