using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>
/// Signature Version 2 in the query, for S3 only: what the aws CLI (version 1) and boto3 make of a presigned URL unless
/// they are told otherwise. It names neither region nor service. Source: S3 user guide, "Signing and authenticating
/// REST requests (AWS signature version 2)", "Query string request authentication alternative".
/// </summary>
public static class OldSignature
{
    /// <summary>What is said to a URL that does not say when it ends.</summary>
    public const string NoExpires =
        "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters";

    private const string TokenName = "x-amz-security-token";

    // The page above: these enter the resource that is signed, beside response-*.
    private static readonly HashSet<string> SubResources =
    [
        "accelerate", "acl", "analytics", "cors", "delete", "encryption", "intelligent-tiering", "inventory",
        "legal-hold", "lifecycle", "location", "logging", "metrics", "notification", "object-lock", "partNumber",
        "policy", "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention",
        "select", "select-type", "tagging", "torrent", "uploadId", "uploads", "versionId", "versioning", "versions",
        "website",
    ];

    /// <summary>The claim of a URL.</summary>
    public static SignatureClaim Claim(WireQuery query, string key, string signature, long expires) => new()
    {
        AccessKeyId = key,
        Date = "",
        Region = "",
        Service = "s3",
        Terminator = "",
        SignedHeaders = "",
        Signature = signature,
        Timestamp = expires.ToString(CultureInfo.InvariantCulture),
        SignedAt = DateTimeOffset.FromUnixTimeSeconds(expires),
        IsPresigned = true,
        IsOld = true,
        Lifetime = TimeSpan.Zero,
        SessionToken = query.Get(TokenName),
    };

    /// <summary>Null where the signature is that of the key.</summary>
    public static AuthFault? Check(WireRequest request, SignatureClaim claim, SigningCredential credential)
    {
        return Signatures.AreEqual(Of(StringToSign(request, claim), credential.SecretAccessKey), claim.Signature)
            ? null
            : new(AuthFaultKind.Mismatch);
    }

    /// <summary>The signature of a text: of the string to sign, or of a form's policy.</summary>
    public static string Of(string text, string secret)
    {
#pragma warning disable CA5350 // The algorithm is not ours to choose: clients sign with it.
        var mac = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
        return Convert.ToBase64String(mac);
    }

    private static string StringToSign(WireRequest request, SignatureClaim claim)
    {
        var text = new StringBuilder(256);
        text.Append(request.Method).Append('\n');
        text.Append(Told(request, "Content-MD5")).Append('\n');
        text.Append(Told(request, "Content-Type")).Append('\n');
        text.Append(claim.Timestamp).Append('\n');
        AppendAmzHeaders(text, request);
        AppendResource(text, request);
        return text.ToString();
    }

    // botocore moves these headers into the query.
    private static string? Told(WireRequest request, string name) =>
        request.Headers.Get(name) ?? request.Query.Get(name.ToLowerInvariant());

    private static void AppendAmzHeaders(StringBuilder text, WireRequest request)
    {
        var all = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var header in request.Headers) Add(header.Name, header.Value.Trim());
        foreach (var (name, value) in request.Query) Add(name, value);
        foreach (var (name, values) in all) text.Append(name).Append(':').AppendJoin(',', values).Append('\n');

        void Add(string name, string value)
        {
            name = name.ToLowerInvariant();
            if (!name.StartsWith("x-amz-", StringComparison.Ordinal)) return;
            if (!all.TryGetValue(name, out var values)) all[name] = values = [];
            values.Add(value);
        }
    }

    private static void AppendResource(StringBuilder text, WireRequest request)
    {
        if (HostName.BucketOf(request.Host) is { } bucket)
            text.Append('/').Append(bucket);
        text.Append(request.RawPath);
        var separator = '?';
        foreach (var (name, value) in request.Query.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (!SubResources.Contains(name) && !name.StartsWith("response-", StringComparison.Ordinal)) continue;
            text.Append(separator).Append(name);
            if (value.Length > 0) text.Append('=').Append(value);
            separator = '&';
        }
    }
}
