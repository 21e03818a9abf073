namespace Orrery.Wire.Signing;

/// <summary>How a body is protected, by x-amz-content-sha256 (S3 API reference, "Authenticating Requests").</summary>
public enum PayloadKind
{
    /// <summary>One piece whose hash is signed.</summary>
    Hashed,

    /// <summary>One piece that is not signed.</summary>
    Unsigned,

    /// <summary>aws-chunked, each chunk signed.</summary>
    SignedChunks,

    /// <summary>aws-chunked, each chunk and the trailers signed.</summary>
    SignedChunksWithTrailer,

    /// <summary>aws-chunked with trailers, not signed.</summary>
    UnsignedChunksWithTrailer,
}
