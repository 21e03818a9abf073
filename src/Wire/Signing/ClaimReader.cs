using System.Globalization;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>Finds and parses the signature of a request: the Authorization header, else the query.</summary>
public static class ClaimReader
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string BadDate = $"X-Amz-Date must be in the ISO8601 Long Format \"{SigningDate.IsoBasic}\"";

    /// <summary>Reads the claim. Both results are null for an unsigned request.</summary>
    public static (SignatureClaim? Claim, AuthFault? Fault) Read(WireRequest request)
    {
        if (request.Headers.Get("Authorization") is { } authorization) return ReadHeader(request, authorization);
        if (!request.RawQuery.Contains("X-Amz-", StringComparison.OrdinalIgnoreCase)) return OldStyle(request);
        var query = request.Query;
        if (query.Get("X-Amz-Algorithm") is { } algorithm) return ReadQuery(request, algorithm);
        return query.Contains("X-Amz-Signature") || query.Contains("X-Amz-Credential")
            ? (null, MissingQueryParts())
            : OldStyle(request);
    }

    private static (SignatureClaim?, AuthFault?) ReadHeader(WireRequest request, string authorization)
    {
        var space = authorization.IndexOf(' ');
        var isOurs = authorization.AsSpan(0, Math.Max(space, 0)).SequenceEqual(Algorithm);
        if (!isOurs && Unsupported(space < 0 ? authorization : authorization[..space]) is { } unsupported)
            return (null, unsupported);
        var (credential, signature, signedHeaders) = PartsOf(authorization);
        var date = request.Headers.Get("X-Amz-Date") ?? request.Headers.Get("Date");
        if (!isOurs || credential is null || signature is null || signedHeaders is null || date is null)
            return (null, MissingHeaderParts(authorization, credential, signature, signedHeaders, date));
        if (!SigningDate.TryParse(date, out var at))
            return (null, new(AuthFaultKind.Incomplete, $"Date must be in ISO-8601 'basic format'. Got '{date}'."));
        if (Split(credential) is not { } scope) return (null, BadCredential(AuthFaultKind.Incomplete, credential));
        return (Claim(scope, signedHeaders, signature, date, at) with
        {
            SessionToken = request.Headers.Get("X-Amz-Security-Token"),
            PayloadHash = request.Headers.Get("X-Amz-Content-Sha256"),
        }, null);
    }

    private static (SignatureClaim?, AuthFault?) ReadQuery(WireRequest request, string algorithm)
    {
        if (Unsupported(algorithm) is { } unsupported) return (null, unsupported);
        var query = request.Query;
        var (credential, signature) = (query.Get("X-Amz-Credential"), query.Get("X-Amz-Signature"));
        var (signedHeaders, date) = (query.Get("X-Amz-SignedHeaders"), query.Get("X-Amz-Date"));
        if (algorithm != Algorithm || credential is null || signature is null || signedHeaders is null || date is null)
            return (null, MissingQueryParts());
        if (!SigningDate.TryParse(date, out var at))
            return (null, new(AuthFaultKind.IncompleteQuery, BadDate));
        if (Split(credential) is not { } scope) return (null, BadCredential(AuthFaultKind.IncompleteQuery, credential));
        var (lifetime, fault) = Lifetime(query.Get("X-Amz-Expires"));
        if (fault is not null) return (null, fault);
        return (Claim(scope, signedHeaders, signature, date, at) with
        {
            IsPresigned = true,
            Lifetime = lifetime,
            SessionToken = query.Get("X-Amz-Security-Token"),
            PayloadHash = query.Get("X-Amz-Content-Sha256") ?? request.Headers.Get("X-Amz-Content-Sha256"),
        }, null);
    }

    private static SignatureClaim Claim(
        string[] scope, string signedHeaders, string signature, string date, DateTimeOffset at) => new()
    {
        AccessKeyId = scope[0],
        Date = scope[1],
        Region = scope[2],
        Service = scope[3],
        Terminator = scope[4],
        SignedHeaders = signedHeaders,
        Signature = signature,
        SignedAt = at,
        Timestamp = SigningDate.ToText(date, at),
    };

    // S3 API reference, "Authenticating Requests: Using Query Parameters": 1 second to 7 days.
    private static (TimeSpan?, AuthFault?) Lifetime(string? expires)
    {
        if (expires is null) return (null, null);
        if (!long.TryParse(expires, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return (null, new(AuthFaultKind.IncompleteQuery, "X-Amz-Expires should be a number"));
        if (seconds < 0) return (null, new(AuthFaultKind.IncompleteQuery, "X-Amz-Expires must be non-negative"));
        return seconds <= 604800
            ? (TimeSpan.FromSeconds(seconds), null)
            : (null, new(AuthFaultKind.IncompleteQuery, "X-Amz-Expires must be less than a week (in seconds); "
                + "that is, the given X-Amz-Expires must be less than 604800 seconds"));
    }

    private static string[]? Split(string credential)
    {
        var parts = new string[5];
        var rest = credential.AsSpan();
        for (var i = 0; i < parts.Length; i++)
        {
            var slash = rest.IndexOf('/');
            // Only the last part ends where the text does.
            if (slash < 0 != (i == parts.Length - 1)) return null;
            var part = slash < 0 ? rest : rest[..slash];
            if (part.IsEmpty) return null;
            parts[i] = part.ToString();
            rest = rest[(part.Length + (slash < 0 ? 0 : 1))..];
        }
        return parts;
    }

    // The first of each, wherever it stands: every signed request comes by here.
    private static (string? Credential, string? Signature, string? SignedHeaders) PartsOf(string authorization)
    {
        string? credential = null, signature = null, signedHeaders = null;
        for (var rest = authorization.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny(',', ' ');
            var part = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (part.IsEmpty) continue;
            credential ??= Part(part, "Credential=");
            signature ??= Part(part, "Signature=");
            signedHeaders ??= Part(part, "SignedHeaders=");
        }
        return (credential, signature, signedHeaders);
    }

    private static string? Part(ReadOnlySpan<char> part, string name) =>
        part.StartsWith(name, StringComparison.Ordinal) ? part[name.Length..].ToString() : null;

    private static AuthFault? Unsupported(string scheme) => scheme switch
    {
        "AWS4-ECDSA-P256-SHA256" => new(AuthFaultKind.Unsupported,
            "The authorization mechanism AWS4-ECDSA-P256-SHA256 (Signature Version 4A) is not supported. "
            + "Please use AWS4-HMAC-SHA256."),
        "AWS" => new(AuthFaultKind.Unsupported,
            "The authorization mechanism AWS (Signature Version 2) is not supported. Please use AWS4-HMAC-SHA256."),
        _ => null,
    };

    // Signature Version 2 in the query: S3 takes it in presigned URLs (OldSignature), query services do not any more.
    private static (SignatureClaim?, AuthFault?) OldStyle(WireRequest request)
    {
        if (!request.RawQuery.Contains("AWSAccessKeyId", StringComparison.Ordinal)) return (null, null);
        var query = request.Query;
        if (query.Get("AWSAccessKeyId") is not { } key || query.Get("Signature") is not { } signature)
            return (null, null);
        if (query.Contains("Action") || query.Contains("SignatureVersion")) return (null, Unsupported("AWS"));
        return query.Get("Expires") is { } expires
            && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? (OldSignature.Claim(query, key, signature, seconds), null)
                : (null, new(AuthFaultKind.IncompleteQuery, OldSignature.NoExpires));
    }

    private static AuthFault BadCredential(AuthFaultKind kind, string credential) => new(kind,
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
        + $"got '{credential}'");

    private static AuthFault MissingQueryParts() => new(AuthFaultKind.IncompleteQuery,
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, "
        + "X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

    private static AuthFault MissingHeaderParts(
        string authorization, string? credential, string? signature, string? signedHeaders, string? date)
    {
        var missing = new List<string>(4);
        if (credential is null) missing.Add("Authorization header requires 'Credential' parameter.");
        if (signature is null) missing.Add("Authorization header requires 'Signature' parameter.");
        if (signedHeaders is null) missing.Add("Authorization header requires 'SignedHeaders' parameter.");
        if (date is null)
            missing.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (missing.Count == 0) missing.Add("Unsupported authorization type.");
        return new(AuthFaultKind.Incomplete, $"{string.Join(' ', missing)} Authorization={authorization}");
    }
}
