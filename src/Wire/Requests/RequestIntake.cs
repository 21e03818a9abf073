using System.Globalization;
using Orrery.Wire.Chunked;
using Orrery.Wire.Signing;

namespace Orrery.Wire.Requests;

/// <summary>The body of one request on its way in: buffered, hashed, checked and decoded at most once.</summary>
internal sealed class RequestIntake(WireRequest request, SignatureClaim? claim, SigningCredential? known)
{
    private static readonly AuthFault NoPayloadHash =
        new(AuthFaultKind.NoPayloadHash, "Missing required header for this request: x-amz-content-sha256");

    private string? _bodyHash;
    private bool _inflated;

    /// <summary>Buffers the body of a form and decodes it, so that its Action can be found.</summary>
    public async ValueTask ReadFormAsync(Admission admission, CancellationToken cancellation)
    {
        var limit = RequestLimits.BodyOf(admission.Protocol);
        await request.Body.BufferAsync(limit, cancellation).ConfigureAwait(false);
        RememberHash();
        await InflateAsync(limit, cancellation).ConfigureAwait(false);
    }

    /// <summary>The payload hash of the canonical request, or what is wrong with it.</summary>
    public async ValueTask<(string Hash, AuthFault? Fault)> PayloadHashAsync(
        Admission admission, CancellationToken cancellation)
    {
        var announced = claim!.PayloadHash;
        if (ErrorFamilies.IsS3(claim.Service))
        {
            if (announced is not null) return (announced, null);
            return claim.IsPresigned
                ? ("UNSIGNED-PAYLOAD", null)
                : ("", NoPayloadHash);
        }
        if (announced is not null && (PayloadKinds.Of(announced) != PayloadKind.Hashed || Streams(admission)))
            return (announced, null);
        await request.Body.BufferAsync(RequestLimits.BodyOf(admission.Protocol), cancellation).ConfigureAwait(false);
        RememberHash();
        return (_bodyHash!, null);
    }

    /// <summary>Puts the decoded body in place: in memory, or as a stream for operations that take one.</summary>
    /// <param name="admission">The operation.</param>
    /// <param name="signingKey">The key to go on verifying with; null when the signer is not verified.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask OpenAsync(Admission admission, byte[]? signingKey, CancellationToken cancellation)
    {
        var kind = Kind();
        admission.Rules?.CheckHead(request, admission, kind.HasTrailer());
        if (kind.IsChunked()) Unchunk(kind, signingKey);
        else if (signingKey is not null && kind == PayloadKind.Hashed) CheckHash(admission);
        if (Streams(admission)) return;
        var limit = RequestLimits.BodyOf(admission.Protocol);
        await request.Body.BufferAsync(limit, cancellation).ConfigureAwait(false);
        admission.Rules?.CheckDocument(request, admission);
        await InflateAsync(limit, cancellation).ConfigureAwait(false);
    }

    private static bool Streams(Admission admission) => admission.Operation is { StreamsBody: true };

    // An unsigned request says aws-chunked only in Content-Encoding.
    private PayloadKind Kind()
    {
        var kind = PayloadKinds.Of(claim is null ? request.Headers.Get("X-Amz-Content-Sha256") : claim.PayloadHash);
        var encoding = request.Headers.Get("Content-Encoding") ?? "";
        return !kind.IsChunked() && encoding.StartsWith("aws-chunked", StringComparison.OrdinalIgnoreCase)
            ? PayloadKind.UnsignedChunksWithTrailer
            : kind;
    }

    private void Unchunk(PayloadKind kind, byte[]? signingKey)
    {
        var announced = request.Headers.Get("X-Amz-Decoded-Content-Length");
        if (!long.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw ChunkErrors.NoLength();
        var isSigned = kind != PayloadKind.UnsignedChunksWithTrailer;
        var chain = signingKey is null || !isSigned
            ? null
            : new ChunkChain(signingKey, claim!.Timestamp, claim.Scope, claim.Signature);
        var trailers = kind.HasTrailer()
            ? new TrailerReader(request.Headers.Get("X-Amz-Trailer") ?? "", isSigned, request.Body.Trailers)
            : null;
        request.Body.Replace(new AwsChunkedStream(request.Body.OpenRead(), length, chain, trailers), length);
        StripChunkedEncoding();
    }

    // S3 stores the encodings that are left: aws-chunked is of the transfer, not of the object.
    private void StripChunkedEncoding()
    {
        if (request.Headers.Get("Content-Encoding") is not { } encoding) return;
        var left = string.Join(',', encoding
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(e => !e.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)));
        request.Headers.Remove("Content-Encoding");
        if (left.Length > 0) request.Headers.Add("Content-Encoding", left);
    }

    private void CheckHash(Admission admission)
    {
        if (claim!.PayloadHash is not { } expected) return;
        var refusal = AuthErrors.Of(
            ErrorFamilies.Of(admission.Protocol, admission.Service), new(AuthFaultKind.PayloadMismatch));
        if (!request.Body.IsBuffered)
            request.Body.Replace(
                new HashCheckingStream(request.Body.OpenRead(), expected, refusal), request.Body.Length);
        else if (!Signatures.AreEqual(_bodyHash ?? Signatures.Hash(request.Body.Bytes.Span), expected))
            throw refusal;
    }

    // Only a verified signer needs the hash, and only of the bytes as they were sent.
    private void RememberHash()
    {
        if (known is not null) _bodyHash ??= Signatures.Hash(request.Body.Bytes.Span);
    }

    private async ValueTask InflateAsync(long limit, CancellationToken cancellation)
    {
        if (_inflated || request.Headers.Get("Content-Encoding") is not { } encoding) return;
        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase)) return;
        _inflated = true;
        request.Body.Replace(
            await Inflater.GunzipAsync(request.Body.Bytes, limit, cancellation).ConfigureAwait(false));
    }
}
