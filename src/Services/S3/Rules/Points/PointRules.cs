using System.Collections.Frozen;
using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;

namespace Orrery.Services.S3.Rules.Points;

/// <summary>
/// Finds access points, by their ARN or alias where a bucket is named, and by their name for their owner. Sources: S3
/// user guide, "Access point compatibility" (the operations), "Access points naming rules, restrictions, and
/// limitations". Guessed: the error for other operations, and that of aliases that are none.
/// </summary>
internal static class PointRules
{
    private const string S3 = "s3:";

    private static readonly FrozenSet<string> Served = new[]
    {
        "AbortMultipartUpload", "CompleteMultipartUpload", "CopyObject", "CreateMultipartUpload", "DeleteObject",
        "DeleteObjects", "DeleteObjectTagging", "GetBucketAcl", "GetBucketCors", "GetBucketLocation",
        "GetBucketNotificationConfiguration", "GetBucketPolicy", "GetObject", "GetObjectAcl", "GetObjectAttributes",
        "GetObjectLegalHold", "GetObjectRetention", "GetObjectTagging", "HeadBucket", "HeadObject",
        "ListMultipartUploads", "ListObjects", "ListObjectsV2", "ListObjectVersions", "ListParts", "PutObject",
        "PutObjectAcl", "PutObjectLegalHold", "PutObjectRetention", "PutObjectTagging", "RestoreObject", "UploadPart",
        "UploadPartCopy",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The access point that stands where a bucket is named; null where it is a bucket.</summary>
    /// <exception cref="ServiceException">NoSuchAccessPoint, InvalidAccessPointAliasError, MethodNotAllowed.
    /// </exception>
    public static PointPlace? Used(ReadCall call, string name)
    {
        var isAlias = PointNames.IsAlias(name);
        if (!isAlias && PointAddress.Read(name) is not { Key: null }) return null;
        var found = Find(call, name) ?? throw (isAlias ? PointErrors.NoAlias() : PointErrors.None());
        return !call.Operation.StartsWith(S3, StringComparison.Ordinal) || Served.Contains(call.Operation[S3.Length..])
            ? found
            : throw Errors.MethodNotAllowed();
    }

    /// <summary>The access point of an ARN or alias; null where there is none.</summary>
    public static PointPlace? Find(ReadCall call, string name)
    {
        if (PointAddress.Read(name) is { } address) return address.Key is null ? Find(call, address) : null;
        return PointNames.IsAlias(name) && call.Read(Tables.Aliases, Scope.World).Find(new(name)) is { } alias
            ? Find(call, new Scope(alias.Account, alias.Region), alias.Point.Value)
            : null;
    }

    /// <summary>The access point of an ARN, also of an object through it; null where there is none.</summary>
    public static PointPlace? Find(ReadCall call, PointAddress address) => Find(call, address.Scope, address.Name);

    /// <summary>The bucket behind a name: of an access point, or the name itself.</summary>
    public static string BucketOf(ReadCall call, string name) =>
        Find(call, name)?.Point.Bucket.Value ?? name;

    /// <summary>An access point of the caller's account and region, by its name.</summary>
    /// <exception cref="ServiceException">AccessDenied, InvalidRequest, NoSuchAccessPoint.</exception>
    public static PointPlace Own(ReadCall call, string? account, string? name)
    {
        var scope = new Scope(Accounts.Checked(account, call), call.Region);
        return Find(call, scope, name ?? "") ?? throw PointErrors.None();
    }

    /// <summary>An access point of the caller's account and region, by its ARN.</summary>
    /// <exception cref="ServiceException">AccessDenied, InvalidRequest, NoSuchAccessPoint, NotImplemented.</exception>
    public static PointPlace OwnByArn(ReadCall call, string? account, string? arn)
    {
        var owner = Accounts.Checked(account, call);
        if (PointAddress.Read(arn ?? "") is not { Key: null } address)
            throw Errors.NotServed("tags, by S3 Control, of anything but access points");
        if (address.Scope.Account != owner) throw Errors.AccessDenied();
        return Find(call, address) ?? throw PointErrors.None();
    }

    /// <summary>Changes an access point.</summary>
    public static void Put(Call call, PointPlace place, PointRecord changed) =>
        call.Write(Tables.Points, place.Scope).Put(changed);

    /// <summary>Whether a bucket has access points, whosever they are.</summary>
    public static bool HasAny(ReadCall call, Place place) =>
        call.Read(Tables.Aliases, Scope.World).HasAny(Tables.AliasesByBucket, place.Name);

    private static PointPlace? Find(ReadCall call, Scope scope, string name) =>
        call.Read(Tables.Points, scope).Find(new(name)) is { } found ? new(scope, found) : null;
}
