using System.Globalization;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>
/// Verifies the signature of one request. Which instant to compare with is the caller's to say: clients sign with
/// the real time of their machine, whatever the time of the world is.
/// </summary>
public sealed class SignatureVerifier
{
    // IAM user guide: a request must reach AWS within five minutes of its timestamp; the "Common Errors" pages and what
    // services do say fifteen, to both sides.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);
    private readonly SigningKeys _keys = new();

    /// <summary>Checks everything but the body itself; null when the signature holds.</summary>
    /// <param name="request">The request.</param>
    /// <param name="claim">Its signature.</param>
    /// <param name="credential">The key that it names.</param>
    /// <param name="payloadHash">The hash that enters the canonical request: of the body, or as announced.</param>
    /// <param name="now">The real time.</param>
    public AuthFault? Verify(
        WireRequest request, SignatureClaim claim, SigningCredential credential, string payloadHash, DateTimeOffset now)
    {
        if (credential.State == CredentialState.Inactive) return new(AuthFaultKind.UnknownKey);
        if (credential.SessionToken is { } token && !Signatures.AreEqual(token, claim.SessionToken ?? ""))
            return new(AuthFaultKind.WrongToken);
        // A lasting key has no token that could be right. Source: aws/aws-sdk-go#1802.
        if (credential.SessionToken is null && claim.SessionToken is { Length: > 0 })
            return new(AuthFaultKind.WrongToken);
        if (credential.State == CredentialState.Expired) return new(AuthFaultKind.ExpiredToken);
        if (claim.IsOld) return CheckLifetime(claim, now) ?? OldSignature.Check(request, claim, credential);
        var isS3 = ErrorFamilies.IsS3(claim.Service);
        var fault = CheckScope(claim) ?? CheckTime(claim, isS3, now) ?? CheckSignedHeaders(request, claim, isS3);
        if (fault is not null) return fault;
        var canonical = CanonicalRequest.Build(request, claim, payloadHash, isS3);
        var expected = Signatures.Sign(KeyOf(claim, credential), Signatures.StringToSign(claim, canonical));
        return Signatures.AreEqual(expected, claim.Signature) ? null : new(AuthFaultKind.Mismatch);
    }

    /// <summary>The signing key of a claim; aws-chunked bodies go on with it.</summary>
    public byte[] KeyOf(SignatureClaim claim, SigningCredential credential) =>
        _keys.Get(credential.SecretAccessKey, claim.Date, claim.Region, claim.Service);

    /// <summary>Whether a presigned URL has outlived itself; this holds for every caller, known or not.</summary>
    public static AuthFault? CheckLifetime(SignatureClaim claim, DateTimeOffset now) =>
        claim is { IsPresigned: true, Lifetime: { } lifetime } && now - claim.SignedAt > lifetime
            ? new(AuthFaultKind.UrlExpired, Late(claim, now, claim.SignedAt + lifetime))
            : null;

    private static AuthFault? CheckScope(SignatureClaim claim)
    {
        if (claim.Terminator != "aws4_request")
            return new(AuthFaultKind.WrongScope,
                $"Credential should be scoped with a valid terminator: 'aws4_request', not '{claim.Terminator}'.");
        return claim.Timestamp.StartsWith(claim.Date, StringComparison.Ordinal) && claim.Date.Length == 8
            ? null
            : new(AuthFaultKind.WrongScope,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{claim.Date}' != '{claim.Timestamp[..8]}', from '{claim.Timestamp}'.");
    }

    private static AuthFault? CheckTime(SignatureClaim claim, bool isS3, DateTimeOffset now)
    {
        if (claim.SignedAt - now > Skew)
            return new(NotYet(claim), $"Signature not yet current: {claim.Timestamp} is still later than "
                + $"{Iso(now + Skew)} ({Iso(now)} + 15 min.)");
        if (claim is { IsPresigned: true, Lifetime: not null }) return CheckLifetime(claim, now);
        if (isS3 && claim.IsPresigned)
            return new(AuthFaultKind.IncompleteQuery, "Query-string authentication version 4 requires X-Amz-Expires.");
        return now - claim.SignedAt > Skew ? new(AuthFaultKind.Skewed, Late(claim, now, claim.SignedAt + Skew)) : null;
    }

    private static AuthFaultKind NotYet(SignatureClaim claim) =>
        claim.IsPresigned ? AuthFaultKind.UrlNotYetValid : AuthFaultKind.Skewed;

    // S3 API reference: host and every x-amz-* header that is there must be signed; elsewhere host must be.
    private static AuthFault? CheckSignedHeaders(WireRequest request, SignatureClaim claim, bool isS3)
    {
        if (!IsSigned(claim, "host"))
            return new(AuthFaultKind.UnsignedHeader,
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        if (!isS3) return null;
        foreach (var header in request.Headers.AsSpan())
            if (header.Name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !IsSigned(claim, header.Name))
                return new(AuthFaultKind.UnsignedHeader);
        return null;
    }

    private static bool IsSigned(SignatureClaim claim, ReadOnlySpan<char> name)
    {
        foreach (var range in claim.SignedHeaders.AsSpan().Split(';'))
            if (claim.SignedHeaders.AsSpan()[range].Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string Late(SignatureClaim claim, DateTimeOffset now, DateTimeOffset until) =>
        $"Signature expired: {Iso(until)} is now earlier than {Iso(now)} (signed {claim.Timestamp})";

    private static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
