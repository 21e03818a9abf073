namespace Orrery.Services.S3.Rules.Logging;

/// <summary>
/// Operations as access logs name them. Source: S3 user guide, "Amazon S3 server access log format", Operation, and its
/// examples; of sub-resources that these do not show, the names are guessed.
/// </summary>
internal static class LogOperations
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["AbortMultipartUpload"] = "DELETE.UPLOAD",
        ["CompleteMultipartUpload"] = "POST.UPLOAD",
        ["CopyObject"] = "COPY.OBJECT",
        ["CreateBucket"] = "PUT.BUCKET",
        ["CreateMultipartUpload"] = "POST.UPLOADS",
        ["DeleteBucket"] = "DELETE.BUCKET",
        ["DeleteObject"] = "DELETE.OBJECT",
        ["DeleteObjects"] = "POST.MULTI_OBJECT_DELETE",
        ["GetObject"] = "GET.OBJECT",
        ["HeadBucket"] = "HEAD.BUCKET",
        ["HeadObject"] = "HEAD.OBJECT",
        ["ListMultipartUploads"] = "GET.UPLOADS",
        ["ListObjects"] = "GET.BUCKET",
        ["ListObjectsV2"] = "GET.BUCKET",
        ["ListObjectVersions"] = "GET.BUCKETVERSIONS",
        ["ListParts"] = "GET.UPLOAD",
        ["PutObject"] = "PUT.OBJECT",
        ["RestoreObject"] = "POST.RESTORE",
        ["UploadPart"] = "PUT.PART",
        ["UploadPartCopy"] = "COPY.PART",
    };

    private static readonly Dictionary<string, string> Resources = new(StringComparer.Ordinal)
    {
        ["BucketAcl"] = "ACL",
        ["BucketLifecycle"] = "LIFECYCLE",
        ["BucketLifecycleConfiguration"] = "LIFECYCLE",
        ["BucketLocation"] = "LOCATION",
        ["BucketLogging"] = "LOGGING_STATUS",
        ["BucketNotificationConfiguration"] = "NOTIFICATION",
        ["BucketPolicy"] = "BUCKETPOLICY",
        ["BucketPolicyStatus"] = "POLICY_STATUS",
        ["BucketRequestPayment"] = "REQUEST_PAYMENT",
        ["BucketTagging"] = "TAGGING",
        ["ObjectAcl"] = "OBJECT_ACL",
        ["ObjectTagging"] = "OBJECT_TAGGING",
        ["PublicAccessBlock"] = "PUBLIC_ACCESS_BLOCK",
    };

    /// <summary>The name of an operation.</summary>
    public static string NameOf(string operation, string method, bool isWebsite)
    {
        if (isWebsite) return $"WEBSITE.{method}.OBJECT";
        if (Known.TryGetValue(operation, out var known)) return "REST." + known;
        var start = 1;
        while (start < operation.Length && !char.IsUpper(operation[start])) start++;
        var rest = operation[start..];
        if (Resources.TryGetValue(rest, out var resource)) return $"REST.{method}.{resource}";
        if (rest.StartsWith("Bucket", StringComparison.Ordinal)) rest = rest["Bucket".Length..];
        if (rest.EndsWith("Configuration", StringComparison.Ordinal) && rest.Length > "Configuration".Length)
            rest = rest[..^"Configuration".Length];
        return $"REST.{method}.{Underscored(rest)}";
    }

    private static string Underscored(string name) => string.Concat(name.Select(
        static (letter, place) =>
            place > 0 && char.IsUpper(letter) ? "_" + letter : $"{char.ToUpperInvariant(letter)}"));
}
