using System.Globalization;
using Orrery.Contracts;
using Orrery.Core;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Host.Stores;

/// <summary>
/// Checks who signed the policy of a form, and signs in their name the request that is made of it. Source: S3 API
/// Reference, "Calculating a signature" of browser-based uploads: the string to sign is the policy as it was sent.
/// </summary>
internal static class FormSigning
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Hash = "UNSIGNED-PAYLOAD";
    private const string Signed = "host;x-amz-content-sha256;x-amz-date";

    private static readonly SignatureVerifier Keys = new();

    /// <summary>Signs a request for whoever signed a policy.</summary>
    /// <exception cref="ServiceException">SignatureDoesNotMatch, ExpiredToken.</exception>
    public static void Sign(
        WireRequest request, FormClaim claim, string policy, Func<string, Principal?> find, DateTimeOffset now)
    {
        var known = find(claim.Id);
        if (known is not null && !Signatures.AreEqual(SignatureOf(claim, policy, known, now), claim.Signature))
        {
            throw new ServiceException(
                "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you "
                + "provided. Check your key and signing method.", 403);
        }

        Add(request, Claim(claim.Id, null, claim.Region, claim.Token, now), known);
    }

    private static string SignatureOf(FormClaim claim, string policy, Principal known, DateTimeOffset now)
    {
        if (claim.Date is null) return OldSignature.Of(policy, known.SecretAccessKey);
        var credential = new SigningCredential(
            claim.Id, known.SecretAccessKey, known.SessionToken, CredentialState.Active);
        var scoped = Claim(claim.Id, claim.Date, claim.Region, claim.Token, now);
        return Signatures.Sign(Keys.KeyOf(scoped, credential), policy);
    }

    private static SignatureClaim Claim(
        string id, string? date, string region, string? token, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return new()
        {
            AccessKeyId = id,
            Date = date ?? stamp[..8],
            Region = region,
            Service = "s3",
            Terminator = "aws4_request",
            SignedHeaders = token is null ? Signed : Signed + ";x-amz-security-token",
            Signature = "",
            Timestamp = stamp,
            SignedAt = now,
            SessionToken = token,
            PayloadHash = Hash,
        };
    }

    private static void Add(WireRequest request, SignatureClaim claim, Principal? known)
    {
        request.Headers.Set("x-amz-date", claim.Timestamp);
        request.Headers.Set("x-amz-content-sha256", Hash);
        if (claim.SessionToken is { } token) request.Headers.Set("x-amz-security-token", token);
        var signed = request.Headers.Where(static line =>
                line.Name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
                || line.Name.Equals("host", StringComparison.OrdinalIgnoreCase))
            .Select(static line => line.Name.ToLowerInvariant()).Order(StringComparer.Ordinal);
        claim = claim with { SignedHeaders = string.Join(';', signed) };
        var signature = new string('0', 64);
        if (known is not null)
        {
            var credential = new SigningCredential(
                claim.AccessKeyId, known.SecretAccessKey, known.SessionToken, CredentialState.Active);
            var canonical = CanonicalRequest.Build(request, claim, Hash, isS3: true);
            signature = Signatures.Sign(Keys.KeyOf(claim, credential), Signatures.StringToSign(claim, canonical));
        }

        request.Headers.Set("Authorization", $"{Algorithm} Credential={claim.AccessKeyId}/{claim.Scope}, "
            + $"SignedHeaders={claim.SignedHeaders}, Signature={signature}");
    }
}
