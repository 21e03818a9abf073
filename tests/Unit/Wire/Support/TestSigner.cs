using System.Globalization;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Support;

/// <summary>Signs requests as a client does; itself held against AWS's vectors and botocore by other tests.</summary>
internal sealed class TestSigner(SigningCredential key, string service, DateTimeOffset at, string region = "eu-west-1")
{
    private readonly SigningKeys _keys = new();

    public string Timestamp { get; } = at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public string Scope => $"{Timestamp[..8]}/{region}/{service}/aws4_request";

    public byte[] SigningKey => _keys.Get(key.SecretAccessKey, Timestamp[..8], region, service);

    /// <summary>Signs by header; gives the signature.</summary>
    public string Sign(WireRequest request, string? payloadHash = null, string? date = null)
    {
        request.Headers.Set("X-Amz-Date", date ?? Timestamp);
        if (key.SessionToken is { } token) request.Headers.Set("X-Amz-Security-Token", token);
        payloadHash ??= request.Body.IsBuffered ? Signatures.Hash(request.Body.Bytes.Span) : "UNSIGNED-PAYLOAD";
        if (service == "s3" || payloadHash.Contains('-')) request.Headers.Set("X-Amz-Content-Sha256", payloadHash);
        var names = string.Join(';', request.Headers
            .Select(h => h.Name.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal));
        var signature = Signature(request, Claim(names, presigned: false), payloadHash);
        request.Headers.Set("Authorization",
            $"AWS4-HMAC-SHA256 Credential={key.AccessKeyId}/{Scope}, SignedHeaders={names}, Signature={signature}");
        return signature;
    }

    /// <summary>Gives the request again with a signed query.</summary>
    public WireRequest Presign(WireRequest request, int expires)
    {
        var query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Percent.Encode($"{key.AccessKeyId}/{Scope}")}"
            + $"&X-Amz-Date={Timestamp}&X-Amz-Expires={expires}&X-Amz-SignedHeaders=host";
        if (key.SessionToken is { } token) query += $"&X-Amz-Security-Token={Percent.Encode(token)}";
        query = request.RawQuery.Length == 0 ? query : $"{request.RawQuery}&{query}";
        var hash = service == "s3" ? "UNSIGNED-PAYLOAD" : Signatures.EmptyHash;
        var signature = Signature(With(request, query), Claim("host", presigned: true), hash);
        return With(request, $"{query}&X-Amz-Signature={signature}");
    }

    private static WireRequest With(WireRequest request, string query) => new()
    {
        Method = request.Method,
        RawPath = request.RawPath,
        RawQuery = query,
        Headers = request.Headers,
        Body = request.Body,
    };

    private string Signature(WireRequest request, SignatureClaim claim, string payloadHash) => Signatures.Sign(
        SigningKey,
        Signatures.StringToSign(claim, CanonicalRequest.Build(request, claim, payloadHash, service == "s3")));

    private SignatureClaim Claim(string signedHeaders, bool presigned) => new()
    {
        AccessKeyId = key.AccessKeyId,
        Date = Timestamp[..8],
        Region = region,
        Service = service,
        Terminator = "aws4_request",
        SignedHeaders = signedHeaders,
        Signature = "",
        Timestamp = Timestamp,
        SignedAt = at,
        IsPresigned = presigned,
    };
}
