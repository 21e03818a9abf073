using System.Buffers;
using Orrery.Contracts.Contents;
using Orrery.Core;
using Orrery.Wire.Checksums;
using Orrery.Wire.Requests;

namespace Orrery.Operations.Contents;

/// <summary>Takes bytes in: from a body or from kept bytes, into the store, with their checksums.</summary>
public static class Staging
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Takes in what an operation ordered.</summary>
    /// <exception cref="ServiceException">The body is refused, or there is no room for it.</exception>
    public static async ValueTask<StagedContent> TakeAsync(
        IContentStore store, ContentOrder order, WireBody body, CancellationToken cancellation)
    {
        if (!order.TakesBody && order.Pieces.Count == 0) return StagedContent.Nothing;
        if (order.TakesBody && !(body.IsPart && body.Length is null)) CheckLength(order, body.Length);
        var source = order.TakesBody ? body.OpenRead() : new ServedContent(order.Pieces).Begin(store, null);
        await using (source.ConfigureAwait(false))
        {
            try
            {
                return await TakeAsync(store, order, source, body, cancellation).ConfigureAwait(false);
            }
            catch (ContentException problem) when (problem.IsFull)
            {
                throw new ServiceException(
                    "ServiceUnavailable", "There is no room left to keep these bytes; nothing was changed.", 503);
            }
        }
    }

    private static async ValueTask<StagedContent> TakeAsync(
        IContentStore store, ContentOrder order, Stream source, WireBody body, CancellationToken cancellation)
    {
        using var digester = new Digester(order.Digests);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        IContentIntake? intake = null;
        try
        {
            var length = 0L;
            while (await FillAsync(source, buffer, order, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                length += read;
                if (length > order.Limit && order.TooLong is { } refusal) throw refusal(length);
                digester.Append(buffer.AsSpan(0, read));
                if (!order.Keeps) continue;
                intake ??= store.Begin();
                await intake.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }

            if (order.TakesBody && body.Length is { } announced && announced != length)
                throw order.Incomplete?.Invoke() ?? Cut();
            ContentId? id = intake is null ? null : await intake.FinishAsync(cancellation).ConfigureAwait(false);
            return new(id, length, digester.Result(), name => body.Trailers.Get(name));
        }
        finally
        {
            if (intake is not null) await intake.DisposeAsync().ConfigureAwait(false);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Few large writes rather than many small ones. A client that breaks off is refused like one that lied.
    private static async ValueTask<int> FillAsync(
        Stream source, byte[] buffer, ContentOrder order, CancellationToken cancellation)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            int read;
            try
            {
                read = await source.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
            }
            catch (IOException)
            {
                throw order.Incomplete?.Invoke() ?? Cut();
            }

            if (read == 0) break;
            filled += read;
        }

        return filled;
    }

    private static void CheckLength(ContentOrder order, long? announced)
    {
        if (announced is null && order.NoLength is { } refusal) throw refusal();
        if (announced > order.Limit && order.TooLong is { } tooLong) throw tooLong(announced.Value);
    }

    private static ServiceException Cut() => new("IncompleteBody", "The body ended before its announced length.");
}
