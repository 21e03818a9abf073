using Orrery.Wire.Signing;

namespace Orrery.Wire.Chunked;

/// <summary>
/// The chain of chunk signatures: each is over the one before it, the first over the request's own (S3 API reference,
/// "Transferring Payload in Multiple Chunks" and "Signature calculations for trailing headers").
/// </summary>
internal sealed class ChunkChain(byte[] signingKey, string timestamp, string scope, string seed)
{
    private string _previous = seed;

    /// <summary>Verifies one chunk.</summary>
    /// <param name="claimed">The signature that came with it.</param>
    /// <param name="dataHash">The SHA-256 of its data in hexadecimal.</param>
    public bool VerifyChunk(string claimed, string dataHash) => Verify(claimed,
        $"AWS4-HMAC-SHA256-PAYLOAD\n{timestamp}\n{scope}\n{_previous}\n{Signatures.EmptyHash}\n{dataHash}");

    /// <summary>Verifies the trailers.</summary>
    /// <param name="claimed">x-amz-trailer-signature.</param>
    /// <param name="canonicalTrailers">Each trailer as <c>name:value\n</c>, sorted by name.</param>
    public bool VerifyTrailer(string claimed, string canonicalTrailers) => Verify(claimed,
        $"AWS4-HMAC-SHA256-TRAILER\n{timestamp}\n{scope}\n{_previous}\n{Signatures.Hash(canonicalTrailers)}");

    private bool Verify(string claimed, string stringToSign)
    {
        _previous = Signatures.Sign(signingKey, stringToSign);
        return Signatures.AreEqual(_previous, claimed);
    }
}
