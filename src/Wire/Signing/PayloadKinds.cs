namespace Orrery.Wire.Signing;

/// <summary>Reads x-amz-content-sha256.</summary>
public static class PayloadKinds
{
    /// <summary>The kind of a header value; null (no header) counts as hashed.</summary>
    public static PayloadKind Of(string? contentSha256) => contentSha256 switch
    {
        "UNSIGNED-PAYLOAD" => PayloadKind.Unsigned,
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => PayloadKind.SignedChunks,
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => PayloadKind.SignedChunksWithTrailer,
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => PayloadKind.UnsignedChunksWithTrailer,
        _ => PayloadKind.Hashed,
    };

    /// <summary>Whether the body is aws-chunked.</summary>
    public static bool IsChunked(this PayloadKind kind) => kind >= PayloadKind.SignedChunks;

    /// <summary>Whether trailers follow the chunks.</summary>
    public static bool HasTrailer(this PayloadKind kind) => kind >= PayloadKind.SignedChunksWithTrailer;
}
