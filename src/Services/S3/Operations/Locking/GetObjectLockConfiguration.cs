using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Locking;

/// <summary>Tells whether the objects of a bucket can be locked, and how they are by default.</summary>
public sealed class GetObjectLockConfiguration
    : IReadOperation<GetObjectLockConfigurationRequest, GetObjectLockConfigurationResult>
{
    /// <inheritdoc/>
    public GetObjectLockConfigurationResult Run(GetObjectLockConfigurationRequest request, ReadCall call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        if (place.Bucket.Lock is not { } rule) throw Errors.NotFound(
            "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
        return new()
        {
            ObjectLockConfiguration = new()
            {
                ObjectLockEnabled = ObjectLockEnabled.Enabled,
                Rule = rule.Mode is null ? null : new()
                {
                    DefaultRetention = new()
                    {
                        Mode = ObjectLockRetentionModeWire.Parse(rule.Mode), Days = rule.Days, Years = rule.Years,
                    },
                },
            },
        };
    }
}
