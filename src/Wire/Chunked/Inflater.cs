using System.IO.Compression;
using Orrery.Core;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Chunked;

/// <summary>Decompresses small bodies (Content-Encoding: gzip), never to more than a limit.</summary>
internal static class Inflater
{
    /// <summary>Decompresses.</summary>
    /// <exception cref="ServiceException">
    /// MalformedHttpRequestException, 400: it is no gzip ("Common errors" of the newer API references);
    /// RequestEntityTooLarge, 413: it swells beyond the limit.
    /// </exception>
    public static async ValueTask<ReadOnlyMemory<byte>> GunzipAsync(
        ReadOnlyMemory<byte> compressed, long limit, CancellationToken cancellation)
    {
        var body = new WireBody(new GZipStream(new ReadOnlyMemoryStream(compressed), CompressionMode.Decompress), null);
        try
        {
            return await body.BufferAsync(limit, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw new ServiceException("MalformedHttpRequestException",
                "The request body cannot be decompressed by the algorithm that content-encoding names.");
        }
    }
}
