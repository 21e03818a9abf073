using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>Sends an answer of the wire through Kestrel.</summary>
internal static class ResponseAdapter
{
    /// <summary>As much as is read whole before any of it is sent.</summary>
    private const int Small = 16 * 1024;

    /// <summary>Sends it whole.</summary>
    public static async Task SendAsync(
        IFeatureCollection features, WireResponse answer, bool isHead, CancellationToken gone)
    {
        var response = features.Get<IHttpResponseFeature>()!;
        var body = features.Get<IHttpResponseBodyFeature>()!;
        response.StatusCode = answer.Status;
        EndWhereBodyIsAwaited(features, response);
        foreach (ref readonly var line in answer.Headers.AsSpan())
        {
            if (line.Name == "Content-Type" && response.Headers.ContentType.Count == 0)
                response.Headers.ContentType = line.Value;
            else if (!response.Headers.TryAdd(line.Name, line.Value))
                response.Headers[line.Name] = StringValues.Concat(response.Headers[line.Name], line.Value);
        }
        if (response.Headers.ContentLength is null) response.Headers.ContentLength = LengthOf(answer);
        try
        {
            if (answer.BodyWriter is { } writer) await writer(body.Stream, gone);
            else if (!isHead && answer.BodyStream is { } small && answer.BodyStreamLength is >= 0 and <= Small)
                await SendSmallAsync(small, (int)answer.BodyStreamLength, body.Writer, gone);
            else if (!isHead && answer.BodyStream is { } stream)
                await CopyAsync(stream, body, answer.BodyStreamLength, gone);
            // Most answers are one piece, and need no walk of their own.
            else if (!isHead && answer.Bytes is { IsSingleSegment: true, First: { Length: > 0 } only })
                await body.Writer.WriteAsync(only, gone);
            else if (!isHead) await SendAsync(body.Writer, answer.Bytes, gone);
        }
        finally
        {
            if (answer.BodyStream is { } stream) await stream.DisposeAsync();
        }
    }

    // RFC 9110, 10.1.1; RFC 9112, 9.3: a client that waits for 100 may send its body after a final answer or leave it
    // out, so nobody can tell what comes next: the connection ends, and nothing is waited for. (Kestrel waits five
    // seconds for what is left of a body, unless it is too long.) Once the body was asked for, it comes.
    private static void EndWhereBodyIsAwaited(IFeatureCollection features, IHttpResponseFeature response)
    {
        var request = features.Get<IHttpRequestFeature>()!;
        if (request.Headers.Expect.Count == 0 || !RequestAdapter.HasBody(features, request)) return;
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit) return;
        response.Headers.Connection = "close";
        limit.MaxRequestBodySize = 0;
    }

    // Head and bytes in one piece: two would cost the network twice.
    private static async Task SendSmallAsync(Stream from, int length, PipeWriter to, CancellationToken gone)
    {
        if (length == 0) return;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var read = await from.ReadAtLeastAsync(bytes.AsMemory(0, length), length, throwOnEndOfStream: false, gone);
            await to.WriteAsync(bytes.AsMemory(0, read), gone);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // Bytes are read to where Kestrel sends them from, a piece at a time. A mebibyte in two pieces costs a quarter less
    // than in eight, and less than in one: what was just read is still near when it is sent.
    private static async Task CopyAsync(
        Stream from, IHttpResponseBodyFeature body, long? length, CancellationToken gone)
    {
        const int Piece = 512 * 1024;
        var piece = (int)Math.Clamp(length ?? Piece, 1, Piece);
        // Before the head is written, what the writer lends is not yet what is sent.
        await body.StartAsync(gone);
        for (var sent = 0L; sent != length;)
        {
            var room = body.Writer.GetMemory(piece);
            var read = await from.ReadAsync(room.Length > piece ? room[..piece] : room, gone);
            if (read == 0) return;
            body.Writer.Advance(read);
            sent += read;
            if ((await body.Writer.FlushAsync(gone)).IsCompleted) throw new ConnectionAbortedException();
        }
    }

    // Piece after piece: of more at once Kestrel would keep a copy, until the client has taken all of it.
    private static async Task SendAsync(PipeWriter to, ReadOnlySequence<byte> body, CancellationToken gone)
    {
        foreach (var piece in body)
            if (piece.Length > 0) await to.WriteAsync(piece, gone);
    }

    /// <summary>
    /// Unknown lengths are sent in chunks; the answer to HEAD may tell the length that GET would have.
    /// </summary>
    private static long? LengthOf(WireResponse answer)
    {
        if (answer.BodyWriter is not null || !MayHaveBody(answer.Status)) return null;
        return answer.BodyStream is null ? answer.Bytes.Length : answer.BodyStreamLength;
    }

    private static bool MayHaveBody(int status) => status is not (204 or 304) and >= 200;
}
