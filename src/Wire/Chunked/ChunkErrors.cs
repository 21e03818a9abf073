using Orrery.Core;

namespace Orrery.Wire.Chunked;

/// <summary>What S3 says of a chunked body that is not as announced (S3 API reference, "Error responses").</summary>
internal static class ChunkErrors
{
    public static ServiceException Truncated() =>
        new("IncompleteBody", "The request body terminated unexpectedly");

    public static ServiceException WrongLength() =>
        new("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.");

    public static ServiceException NoLength() =>
        new("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);

    public static ServiceException Malformed(string what) =>
        new("InvalidRequest", $"The body is not well-formed aws-chunked: {what}.");

    public static ServiceException MalformedTrailer() => new("MalformedTrailerError",
        "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    public static ServiceException TooSmall() =>
        new("InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 bytes", 403);

    public static ServiceException Mismatch() => new("SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. "
        + "Check your key and signing method.",
        403);
}
