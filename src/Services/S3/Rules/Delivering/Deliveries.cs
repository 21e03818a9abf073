using System.Security.Cryptography;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Encrypting;
using Orrery.Services.S3.Rules.Locking;
using Orrery.Services.S3.Rules.Telling;
using Orrery.Wire.Checksums;

namespace Orrery.Services.S3.Rules.Delivering;

/// <summary>
/// Puts what S3 itself writes (logs, inventories) into a bucket that lets it, as an object like all others. Sources: S3
/// user guide, "Enabling Amazon S3 server access logging", "Permissions for log delivery", "Configuring Amazon S3
/// Inventory". Guessed: the owner of the bucket owns it.
/// </summary>
internal static class Deliveries
{
    /// <summary>Who delivers logs.</summary>
    public const string Logging = "logging.s3.amazonaws.com";

    /// <summary>Who delivers the rest.</summary>
    public const string Service = "s3.amazonaws.com";

    private const string Start = "arn:aws:s3:::";

    private static readonly Dictionary<string, string> ToOwner = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s3:x-amz-acl"] = "bucket-owner-full-control",
    };

    /// <summary>S3 as it uses keys for a bucket: by their policies, unless it has a role. Source: S3 user guide,
    /// "Configuring Amazon S3 Inventory".</summary>
    public static KeyUser UserOf(Place place) =>
        new(Service, Start + place.Name) { SourceAccount = place.Scope.Account };

    /// <summary>Whether a bucket lets a service of S3 put objects for another bucket.</summary>
    /// <param name="call">The call.</param>
    /// <param name="source">The bucket that it is about.</param>
    /// <param name="target">The bucket that it goes to.</param>
    /// <param name="key">The key.</param>
    /// <param name="principal">The service.</param>
    public static bool May(ReadCall call, Place source, Place target, string key, string principal)
    {
        var delivery = new Delivery($"{Start}{target.Name}/{key}", principal, Start + source.Name, "")
        {
            SourceAccount = source.Scope.Account,
            Conditions = principal == Logging ? null : ToOwner,
        };
        return call.FindPort<IDeliveryJudge>()?.Refusal(call, delivery) is not { } refusal
            || (!refusal.IsDenied && principal == Logging && IsListed(target.Bucket));
    }

    /// <summary>Why a bucket does not take files of another service; null where it does.</summary>
    public static DeliveryObstacle? Refusal(ReadCall call, Place target, Delivery delivery)
    {
        var refusal = call.FindPort<IDeliveryJudge>()?.Refusal(call, delivery with { Conditions = ToOwner });
        var isOwn = delivery.SourceAccount == target.Scope.Account;
        return refusal is not null && !(isOwn && !refusal.IsDenied)
            ? refusal
            : DeliveryKeys.Refusal(call, target, delivery);
    }

    /// <summary>Puts an object; what cannot be encrypted as it has to be is not put.</summary>
    /// <returns>Why it was not put; null where it was.</returns>
    public static DeliveryObstacle? Put(Call call, Place target, Delivered what)
    {
        EncryptionRecord encryption;
        try
        {
            encryption = Encryptions.Make(call, target, what.Key, what.Encryption, what.By);
        }
        catch (ServiceException refusal)
        {
            return ObstacleOf(refusal);
        }

        var md5 = Convert.ToHexStringLower(MD5.HashData(what.Bytes.Span));
        var sum = Digester.Of(DigestKind.Crc64Nvme, what.Bytes.Span);
        var version = Versions.Named(call, target, Locks.Applied(call, target, default, new()
        {
            Bucket = target.Name,
            Key = what.Key,
            Order = "",
            VersionId = "",
            Modified = Times.Seconds(call.Now),
            Owner = target.Scope.Account,
            Acl = Ownership.IsEnforced(target.Bucket) ? null : what.Acl,
            Size = what.Bytes.Length,
            ETag = ETags.Of(md5, encryption),
            Content = Written.Keep(call, what.Bytes),
            Checksum = new(DigestKind.Crc64Nvme, Convert.ToBase64String(sum)),
            Headers = new() { ContentType = what.ContentType },
            Encryption = encryption,
        }));
        Writing.Add(call, target, version, Notice.Put);
        return null;
    }

    private static DeliveryObstacle ObstacleOf(ServiceException refusal) => new(
        refusal.Code == "AccessDenied" ? ObstacleKind.NoPermission : ObstacleKind.Refused, refusal.Message);

    // Its list counts only where there are lists.
    private static bool IsListed(BucketRecord bucket) =>
        !Ownership.IsEnforced(bucket) && bucket.Acl is { } acl && acl.Grants.Any(static grant =>
            grant.Grantee == Grantees.LogDelivery && grant.Permission is "WRITE" or "FULL_CONTROL");
}
