using System.Globalization;
using System.Text;
using CsCheck;
using Orrery.Core;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Chunked;

/// <summary>aws-chunked bodies: any split decodes to the original, and what lies is refused.</summary>
public sealed class ChunkedBodyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions());

    private static readonly Gen<(byte[] Data, int Chunk)> Bodies =
        Gen.Select(Gen.Byte.Array[0, 40_000], Gen.Int[8192, 20_000]);

    [Fact]
    public async Task Any_split_of_signed_chunks_decodes_to_the_original() =>
        await Bodies.SampleAsync(async (data, size) =>
        {
            var request = Signed(data, size, _ => { });
            var admission = await Gate.AdmitAsync(request, new Keys(Keys.Example), Now);
            return admission.Refusal is null && (await Read(request)).SequenceEqual(data);
        }, iter: 60);

    [Fact]
    public async Task Any_changed_byte_of_signed_chunks_is_refused() =>
        await Bodies.Select(Gen.Int[0, 100_000], Gen.Int[1, 255]).SampleAsync(async (body, place, change) =>
        {
            var request = Signed(body.Data, body.Chunk, bytes => bytes[place % bytes.Length] ^= (byte)change);
            Assert.Null((await Gate.AdmitAsync(request, new Keys(Keys.Example), Now)).Refusal);
            return await Refused(request) || (await SameMeaning(body, place, change));
        }, iter: 300);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Unsigned_chunks_with_trailer_decode(int size)
    {
        var data = Encoding.ASCII.GetBytes(new string('x', 5000));
        var request = Unsigned(data.Length, Chunks(data, size) + "0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
        Assert.Null((await Gate.AdmitAsync(request, new Keys(), Now)).Refusal);
        Assert.Equal(data, await Read(request));
        Assert.Equal("AAAAAA==", request.Body.Trailers.Get("X-Amz-Checksum-Crc32"));
    }

    [Theory]
    [InlineData(4, "5\r\nhello\r\n0\r\nT\r\n\r\n", "IncompleteBody")]
    [InlineData(6, "5\r\nhello\r\n0\r\nT\r\n\r\n", "IncompleteBody")]
    [InlineData(5, "5\r\nhel", "IncompleteBody")]
    [InlineData(5, "5\r\nhello\r\n", "IncompleteBody")]
    [InlineData(5, "5\r\nhelloo\r\n0\r\nT\r\n\r\n", "InvalidRequest")]
    [InlineData(5, "\r\n", "InvalidRequest")]
    [InlineData(5, "-5\r\nhello\r\n0\r\nT\r\n\r\n", "InvalidRequest")]
    [InlineData(5, "ffffffffffffffff\r\nhello", "InvalidRequest")]
    [InlineData(5, "fffffffffffffff\r\nhello", "IncompleteBody")]
    [InlineData(5, "5\r\nhello\r\n0\r\n\r\n", "MalformedTrailerError")]
    [InlineData(5, "5\r\nhello\r\n0\r\nx-amz-meta-a:b\r\nT\r\n\r\n", "MalformedTrailerError")]
    [InlineData(5, "5\r\nhello\r\n0\r\nT\r\nT\r\n\r\n", "MalformedTrailerError")]
    [InlineData(5, "5\r\nhello\r\n0\r\nno colon\r\n\r\n", "MalformedTrailerError")]
    public async Task A_body_that_lies_is_refused(int length, string body, string code)
    {
        var request = Unsigned(length, body.Replace("T", "x-amz-checksum-crc32:AAAAAA=="));
        Assert.Null((await Gate.AdmitAsync(request, new Keys(), Now)).Refusal);
        Assert.Equal(code, (await Assert.ThrowsAsync<ServiceException>(async () => await Read(request))).Code);
    }

    [Fact]
    public async Task Small_chunks_before_the_last_are_refused()
    {
        var request = Signed(new byte[3000], 1000, _ => { });
        await Gate.AdmitAsync(request, new Keys(Keys.Example), Now);
        var refusal = await Assert.ThrowsAsync<ServiceException>(async () => await Read(request));
        Assert.Equal(("InvalidChunkSizeError", 403), (refusal.Code, refusal.Status));
    }

    [Fact]
    public async Task A_decoded_length_is_needed()
    {
        var request = WireRequests.Of(
            "PUT /bucket/key", ["Host: localhost", "Content-Encoding: aws-chunked"], "0\r\n\r\n");
        var admission = await Gate.AdmitAsync(request, new Keys(), Now);
        Assert.Equal(("MissingContentLength", 411), (admission.Refusal!.Code, admission.Refusal.Status));
    }

    [Fact]
    public async Task Other_encodings_stay_with_the_object()
    {
        var request = Unsigned(5, "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", "aws-chunked,gzip");
        await Gate.AdmitAsync(request, new Keys(), Now);
        Assert.Equal("gzip", request.Headers.Get("Content-Encoding"));
        Assert.Equal("hello"u8.ToArray(), await Read(request));
    }

    [Fact]
    public async Task A_streamed_body_with_another_hash_is_refused_at_its_end()
    {
        var headers = new[] { "Host: localhost" };
        var request = WireRequests.Of("PUT /bucket/key", headers, "other"u8.ToArray(), streamed: true);
        new TestSigner(Keys.Example, "s3", Now).Sign(request, Signatures.Hash("signed"));
        Assert.Null((await Gate.AdmitAsync(request, new Keys(Keys.Example), Now)).Refusal);
        var refusal = await Assert.ThrowsAsync<ServiceException>(async () => await Read(request));
        Assert.Equal("XAmzContentSHA256Mismatch", refusal.Code);
    }

    private static async Task<byte[]> Read(WireRequest request)
    {
        using var all = new MemoryStream();
        await request.Body.OpenRead().CopyToAsync(all);
        return all.ToArray();
    }

    private static async Task<bool> Refused(WireRequest request)
    {
        try
        {
            await Read(request);
            return false;
        }
        catch (ServiceException e)
        {
            return e.Status is >= 400 and < 500;
        }
    }

    // A letter of the chunk size in the other case, or the carriage return of an empty line, means the same.
    private static async Task<bool> SameMeaning((byte[] Data, int Chunk) body, int place, int change)
    {
        var request = Signed(body.Data, body.Chunk, bytes => bytes[place % bytes.Length] ^= (byte)change);
        await Gate.AdmitAsync(request, new Keys(Keys.Example), Now);
        return (await Read(request)).SequenceEqual(body.Data);
    }

    private static string Chunks(byte[] data, int size) => string.Concat(data.Chunk(size).Select(
        c => $"{c.Length.ToString("x", CultureInfo.InvariantCulture)}\r\n{Encoding.ASCII.GetString(c)}\r\n"));

    private static WireRequest Unsigned(int length, string body, string encoding = "aws-chunked") => WireRequests.Of(
        "PUT /bucket/key",
        [
            "Host: localhost", $"Content-Encoding: {encoding}", $"X-Amz-Decoded-Content-Length: {length}",
            "X-Amz-Content-Sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Trailer: x-amz-checksum-crc32",
        ],
        Encoding.ASCII.GetBytes(body), streamed: true);

    private static WireRequest Signed(byte[] data, int size, Action<byte[]> change)
    {
        var signer = new TestSigner(Keys.Example, "s3", Now);
        string[] headers =
            ["Host: localhost", "Content-Encoding: aws-chunked", $"X-Amz-Decoded-Content-Length: {data.Length}"];
        var head = WireRequests.Of("PUT /bucket/key", headers);
        var previous = signer.Sign(head, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        using var body = new MemoryStream();
        foreach (var chunk in data.Chunk(size).Append([]))
        {
            previous = Signatures.Sign(signer.SigningKey,
                $"AWS4-HMAC-SHA256-PAYLOAD\n{signer.Timestamp}\n{signer.Scope}\n"
                + $"{previous}\n{Signatures.EmptyHash}\n{Signatures.Hash(chunk)}");
            body.Write(Encoding.ASCII.GetBytes(
                $"{chunk.Length.ToString("x", CultureInfo.InvariantCulture)};chunk-signature={previous}\r\n"));
            body.Write(chunk);
            body.Write("\r\n"u8);
        }
        var bytes = body.ToArray();
        change(bytes);
        return new WireRequest
        {
            Method = "PUT", RawPath = "/bucket/key", Headers = head.Headers,
            Body = new WireBody(new MemoryStream(bytes), bytes.Length),
        };
    }
}
