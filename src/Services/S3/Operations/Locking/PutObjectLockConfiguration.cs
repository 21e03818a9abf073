using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Locking;

/// <summary>Lets the objects of a bucket be locked; nothing takes that back. Source: Amazon S3 API Reference,
/// PutObjectLockConfiguration.</summary>
public sealed class PutObjectLockConfiguration
    : IWriteOperation<PutObjectLockConfigurationRequest, PutObjectLockConfigurationResult>
{
    /// <inheritdoc/>
    public PutObjectLockConfigurationResult Run(PutObjectLockConfigurationRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        var wanted = Locks.Read(request.ObjectLockConfiguration);
        if (place.Bucket.Versioning != Versioning.Enabled) throw Errors.InvalidBucketState(
            "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        BucketRules.Put(call, place, place.Bucket with { Lock = wanted });
        return new();
    }
}
