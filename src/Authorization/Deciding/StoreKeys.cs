using System.Globalization;
using System.Net;
using Orrery.Engines.Policies.Requests;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Condition keys of S3. Source: Service Authorization Reference, "Condition keys for Amazon S3". What is known of no
/// request here is absent: TLS versions. How old a signature is the machine's clock tells, by which clients sign: the
/// world's may stand elsewhere. Of forms and of Signature Version 2, which do not say when they were signed, it is
/// absent.
/// </summary>
internal static class StoreKeys
{
    /// <summary>Signature Version 2, as conditions name it.</summary>
    public const string OldSignature = "AWS";

    /// <summary>Keys whose value a member of the request holds.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByMember = new Dictionary<string, string>
    {
        ["s3:InventoryAccessibleOptionalFields"] = "InventoryConfiguration.OptionalFields",
        ["s3:delimiter"] = "Delimiter",
        ["s3:if-match"] = "IfMatch",
        ["s3:if-none-match"] = "IfNoneMatch",
        ["s3:locationconstraint"] = "CreateBucketConfiguration.LocationConstraint",
        ["s3:max-keys"] = "MaxKeys",
        ["s3:prefix"] = "Prefix",
        ["s3:x-amz-acl"] = "ACL",
        ["s3:x-amz-copy-source"] = "CopySource",
        ["s3:x-amz-grant-full-control"] = "GrantFullControl",
        ["s3:x-amz-grant-read"] = "GrantRead",
        ["s3:x-amz-grant-read-acp"] = "GrantReadACP",
        ["s3:x-amz-grant-write"] = "GrantWrite",
        ["s3:x-amz-grant-write-acp"] = "GrantWriteACP",
        ["s3:x-amz-metadata-directive"] = "MetadataDirective",
        ["s3:x-amz-object-ownership"] = "ObjectOwnership",
        ["s3:x-amz-server-side-encryption"] = "ServerSideEncryption",
        ["s3:x-amz-server-side-encryption-aws-kms-key-id"] = "SSEKMSKeyId",
        ["s3:x-amz-server-side-encryption-customer-algorithm"] = "SSECustomerAlgorithm",
        ["s3:x-amz-storage-class"] = "StorageClass",
        ["s3:x-amz-website-redirect-location"] = "WebsiteRedirectLocation",
    };

    /// <summary>The other keys.</summary>
    public static Dictionary<string, Func<CallContext, ContextValues>> Table() => new(StringComparer.Ordinal)
    {
        ["s3:VersionId"] = c => CallContext.One(c.VersionId),
        ["s3:ResourceAccount"] = c => CallContext.One(c.Store?.Owner),
        ["s3:RequestObjectTagKeys"] = c => CallContext.Many([.. TagsOf(c).Keys]),
        ["s3:x-amz-content-sha256"] = c => CallContext.One(c.Request.Wire.Headers.Get("x-amz-content-sha256")),
        ["s3:ObjectCreationOperation"] = c => CallContext.One(Creates(c.Request.Entry.Operation)),
        ["s3:signatureAge"] = c => CallContext.One(AgeOf(c)),
        ["s3:signatureversion"] = c => CallContext.One(SignatureOf(c)),
        ["s3:authType"] = c => CallContext.One(WayOf(c)),
        ["s3:object-lock-mode"] = c => First(c, "ObjectLockMode", "Retention.Mode"),
        ["s3:object-lock-legal-hold"] = c => First(c, "ObjectLockLegalHoldStatus", "LegalHold.Status"),
        ["s3:object-lock-retain-until-date"] =
            c => First(c, "ObjectLockRetainUntilDate", "Retention.RetainUntilDate"),
        ["s3:object-lock-remaining-retention-days"] = RemainingDays,
    };

    /// <summary>The tags that a request gives to an object: in its body, or in a header as a query.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(CallContext context)
    {
        if (!context.Request.Entry.Operation.Contains("Object", StringComparison.Ordinal)
            && context.Request.Entry.Operation != "CreateMultipartUpload") return new Dictionary<string, string>();
        if (context.Members.At("Tagging") is not [var header]) return context.Members.Tags;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = pair.Split('=', 2);
            tags[WebUtility.UrlDecode(halves[0])] = halves.Length > 1 ? WebUtility.UrlDecode(halves[1]) : "";
        }

        return tags;
    }

    private static ContextValues First(CallContext context, string header, string body) =>
        CallContext.Many(context.Members.At(header) is { Count: > 0 } sent ? sent : context.Members.At(body));

    // Whole days from now until when the request wants the object to be kept.
    private static ContextValues RemainingDays(CallContext context)
    {
        var until = First(context, "ObjectLockRetainUntilDate", "Retention.RetainUntilDate");
        if (until.Count == 0) return ContextValues.None;
        var left = DateTimeOffset.Parse(until[0], CultureInfo.InvariantCulture) - context.Call.Now;
        return new(((long)Math.Ceiling(left.TotalDays)).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The version of the signature; null where nobody signed.</summary>
    public static string? SignatureOf(CallContext context)
    {
        if (context.IsNobody) return null;
        var wire = context.Request.Wire;
        return wire.Query.Get("Signature") is not null || IsOldHeader(wire) ? OldSignature : "AWS4-HMAC-SHA256";
    }

    // S3 user guide, "Enforce conditional writes on Amazon S3 buckets": uploads of parts do not make an object yet.
    private static string? Creates(string operation) => operation switch
    {
        "PutObject" or "CopyObject" or "CompleteMultipartUpload" => "true",
        "CreateMultipartUpload" or "UploadPart" or "UploadPartCopy" => "false",
        _ => null,
    };

    // In milliseconds. Clocks may differ: what was signed just now is not younger than new.
    private static string? AgeOf(CallContext context)
    {
        if (context.IsNobody) return null;
        var wire = context.Request.Wire;
        return ClaimReader.Read(wire).Claim is { IsOld: false } claim
            ? CallContext.Whole(Math.Max(0, (wire.ReceivedAt - claim.SignedAt).TotalMilliseconds))
            : null;
    }

    private static bool IsOldHeader(WireRequest wire) =>
        wire.Headers.Get("Authorization")?.StartsWith("AWS ", StringComparison.Ordinal) ?? false;

    private static string? WayOf(CallContext context) => context.IsNobody ? null
        : context.Request.Wire.Headers.Contains("Authorization") ? "REST-HEADER"
        : context.Request.Wire.Method == "POST" && context.Request.Wire.MediaType.StartsWith("multipart/form-data")
            ? "POST"
            : "REST-QUERY-STRING";
}
