using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Replicating;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Logging;

/// <summary>
/// Where server access logs go. Sources: S3 API Reference, PutBucketLogging, "Error responses"
/// (InvalidTargetBucketForLogging, CrossLocationLoggingProhibited); S3 user guide, "Enabling Amazon S3 server access
/// logging". Guessed: that a target has to let the logging service in when it is named.
/// </summary>
internal static class LogTargets
{
    /// <summary>The configuration, checked; null where logging is to end.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidTargetBucketForLogging,
    /// CrossLocationLoggingProhibited.</exception>
    public static LoggingEnabled? Checked(ReadCall call, Place place, LoggingEnabled? sent)
    {
        if (sent is null) return null;
        if (sent is not { TargetBucket: { Length: > 0 } name, TargetPrefix: { } prefix }) throw Errors.Malformed();
        if (sent.TargetObjectKeyFormat is { SimplePrefix: not null, PartitionedPrefix: not null })
            throw Errors.Malformed();
        if (BucketRules.NameOf(call, name) is not { } owner || owner.Account != place.Scope.Account)
            throw Invalid("The target bucket for logging does not exist");
        if (owner.Region != place.Scope.Region) throw new ServiceException(
            "CrossLocationLoggingProhibited", "Cross S3 location logging not allowed. ", 403);
        var target = Replicas.PlaceOf(call, name)!.Value;
        if (sent.TargetGrants is { Count: > 0 } && Ownership.IsEnforced(target.Bucket))
            throw new ServiceException(
                "InvalidArgument", "Target grants not supported for buckets with bucket owner enforced", 400);
        AclOf(sent, target);
        return Deliveries.May(call, place, target, prefix, Deliveries.Logging)
            ? sent
            : throw Invalid(
                "You must give the log-delivery group WRITE and READ_ACP permissions to the target bucket");
    }

    /// <summary>Whether log files can be put into a bucket: not where KMS encrypts by default, not where objects are
    /// locked, and not where who asks pays. Source: S3 user guide, "Enabling Amazon S3 server access logging",
    /// "Troubleshooting server access logging"; to name such a bucket is not an error (guessed).</summary>
    public static bool Takes(Place target) => !Kms.Is(target.Bucket.Encryption.Algorithm) && target.Bucket.Lock is null
        && !Payers.IsRequester(target.Bucket);

    /// <summary>The access control list of log files; null where the owner alone has everything.</summary>
    public static AclRecord? AclOf(LoggingEnabled wanted, Place target)
    {
        if (wanted.TargetGrants is not { Count: > 0 } grants) return null;
        var owner = CanonicalUser.IdOf(target.Scope.Account);
        List<Grant> all =
        [
            new()
            {
                Grantee = new() { Type = Orrery.Wire.Generated.S3.Type.CanonicalUser, ID = owner },
                Permission = Permission.FullControl,
            },
        ];
        foreach (var grant in grants)
        {
            all.Add(new()
            {
                Grantee = grant.Grantee,
                Permission = grant.Permission is { } permission ? PermissionWire.Parse(permission.ToWire()) : null,
            });
        }

        return Acls.Of(new() { Owner = new() { ID = owner }, Grants = all }, target.Scope.Account);
    }

    private static ServiceException Invalid(string message) => new("InvalidTargetBucketForLogging", message, 400);
}
