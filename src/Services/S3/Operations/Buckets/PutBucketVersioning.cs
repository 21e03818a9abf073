using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Begins or suspends the keeping of versions; it never ends again.</summary>
public sealed class PutBucketVersioning : IWriteOperation<PutBucketVersioningRequest, PutBucketVersioningResult>
{
    /// <inheritdoc/>
    public PutBucketVersioningResult Run(PutBucketVersioningRequest request, Call call)
    {
        var wanted = request.VersioningConfiguration;
        if (request.MFA is not null || wanted?.MFADelete is MFADelete.Enabled) throw Errors.NotServed("MFA delete");
        if (wanted?.Status is not { } status) throw new ServiceException(
            "IllegalVersioningConfigurationException",
            "The Versioning element must be specified");
        var versioning = status is BucketVersioningStatus.Enabled ? Versioning.Enabled : Versioning.Suspended;
        BucketRules.Change(call, request.Bucket, request.ExpectedBucketOwner, bucket =>
            bucket.Lock is not null && versioning != Versioning.Enabled
                ? throw Errors.InvalidBucketState(
                    "An Object Lock configuration is present on this bucket, so the versioning state cannot be "
                    + "changed.")
                : Kept.Find<GetBucketReplicationResult>(bucket) is not null && versioning != Versioning.Enabled
                    ? throw Errors.InvalidBucketState(
                        "A replication configuration is present on this bucket, so the versioning state cannot be "
                        + "changed.")
                : bucket with { Versioning = versioning });
        return new();
    }
}
