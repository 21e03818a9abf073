using Orrery.Core;

namespace Orrery.Host.Stores;

/// <summary>
/// Who signed the policy of a form. Sources: S3 API Reference, "Calculating a signature" of browser-based uploads; S3
/// user guide, "Browser-based uploads using POST (AWS signature version 2)", which boto3 uses unless it is told
/// otherwise and which names no region.
/// </summary>
/// <param name="Id">The access key.</param>
/// <param name="Date">The day of the scope; null with Signature Version 2.</param>
/// <param name="Region">The region of the scope; with Signature Version 2 the bucket's.</param>
/// <param name="Signature">The signature as it was sent.</param>
/// <param name="Token">The session token, or null.</param>
internal sealed record FormClaim(string Id, string? Date, string Region, string Signature, string? Token)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The claim of a form.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="regionOf">Tells the bucket's region.</param>
    /// <exception cref="ServiceException">InvalidRequest: fields are missing.</exception>
    public static FormClaim Read(List<KeyValuePair<string, string>> fields, Func<string> regionOf)
    {
        var token = Field("x-amz-security-token");
        if (Field("x-amz-credential") is null && Field("AWSAccessKeyId") is { } key)
        {
            return Field("signature") is { } old
                ? new(key, null, regionOf(), old, token)
                : throw Missing("The fields AWSAccessKeyId and signature have to be there.");
        }

        return Field("x-amz-credential")?.Split('/') is [var id, var date, var region, "s3", "aws4_request"]
            && Field("x-amz-algorithm") == Algorithm && Field("x-amz-signature") is { } signature
            ? new(id, date, region, signature, token)
            : throw Missing("The fields x-amz-algorithm, x-amz-credential and x-amz-signature have to be there.");

        string? Field(string name) => fields
            .Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(static field => field.Value).FirstOrDefault();
    }

    private static ServiceException Missing(string message) => new("InvalidRequest", message, 400);
}
