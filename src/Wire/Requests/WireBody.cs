using System.Buffers;
using System.IO.Pipelines;
using Orrery.Core;

namespace Orrery.Wire.Requests;

/// <summary>The body of a request: bytes that are there, or a stream that is still to be read. Read it once.</summary>
public sealed class WireBody
{
    internal const string TooLargeCode = "RequestEntityTooLarge";
    private const int FirstGuess = 64 * 1024;

    private ReadOnlyMemory<byte> _bytes;
    private Stream? _stream;
    private PipeReader? _reader;
    private bool _endsAsAnnounced;

    /// <summary>Makes an empty body.</summary>
    public WireBody()
        : this(ReadOnlyMemory<byte>.Empty)
    {
    }

    /// <summary>Makes a body of bytes that are there.</summary>
    public WireBody(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        Length = bytes.Length;
    }

    /// <summary>Makes a body that is still to be read.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="length">Its length as announced (Content-Length), or null.</param>
    public WireBody(Stream stream, long? length)
    {
        _stream = stream;
        Length = length;
    }

    /// <summary>
    /// Makes a body that is still to be read, of a connection that gives as many bytes as were announced and no more.
    /// </summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="reader">The same as it arrives.</param>
    /// <param name="length">Its length as announced (Content-Length), or null.</param>
    public static WireBody OfConnection(Stream stream, PipeReader? reader, long? length) =>
        new(stream, length) { _reader = reader, _endsAsAnnounced = length is not null };

    /// <summary>Makes the empty body of a request that announced none, not even that it is empty.</summary>
    public static WireBody OfNoLength() => new() { Length = null };

    /// <summary>The number of bytes, as announced or as read; null when unknown.</summary>
    public long? Length { get; private set; }

    /// <summary>Whether it is a part of something whose length was announced: its own need not be.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether the bytes are there, so that <see cref="Bytes"/> may be used.</summary>
    public bool IsBuffered => _stream is null;

    /// <summary>The bytes; only of a buffered body.</summary>
    public ReadOnlyMemory<byte> Bytes =>
        _stream is null ? _bytes : throw new InvalidOperationException("The body has not been read yet.");

    /// <summary>Headers after the body (aws-chunked trailers); there once the body was read to its end.</summary>
    public WireHeaders Trailers => field ??= new(1);

    /// <summary>The body as a stream, whether or not it is buffered.</summary>
    public Stream OpenRead() => _stream ?? new ReadOnlyMemoryStream(_bytes);

    /// <summary>Reads the whole body; does nothing when it is already there.</summary>
    /// <param name="limit">The most bytes to accept.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ServiceException">RequestEntityTooLarge, 413: it is longer than the limit.</exception>
    public ValueTask<ReadOnlyMemory<byte>> BufferAsync(long limit, CancellationToken cancellation = default)
    {
        if (Length > limit) throw TooLarge(limit);
        if (_stream is null || TryTake()) return new(_bytes);
        return ReadAllAsync(_stream, limit, cancellation);
    }

    /// <summary>Puts bytes in place of what was there, for example after decompression.</summary>
    internal void Replace(ReadOnlyMemory<byte> bytes) =>
        (_bytes, _stream, _reader, Length, _endsAsAnnounced) = (bytes, null, null, bytes.Length, false);

    /// <summary>Puts a decoding stream in place of what was there.</summary>
    internal void Replace(Stream stream, long? length) =>
        (_bytes, _stream, _reader, Length, _endsAsAnnounced) = (default, stream, null, length, false);

    internal static ServiceException TooLarge(long limit) =>
        new(TooLargeCode, $"The request body is longer than the {limit} bytes that are allowed.", 413);

    // Most bodies are small and came with their head: they need no stream.
    private bool TryTake()
    {
        if (_reader is null || Length is null or > FirstGuess || !_reader.TryRead(out var read)) return false;
        var (arrived, length) = (read.Buffer, (int)Length);
        if (arrived.Length < length)
        {
            _reader.AdvanceTo(arrived.Start, arrived.End);
            return false;
        }
        var bytes = new byte[length];
        arrived.Slice(0, length).CopyTo(bytes);
        _reader.AdvanceTo(arrived.GetPosition(length));
        Replace(bytes);
        return true;
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAllAsync(
        Stream stream, long limit, CancellationToken cancellation)
    {
        // An announced length is a claim: memory is committed as bytes arrive, not before.
        var buffer = new byte[(int)Math.Min(Length ?? FirstGuess, FirstGuess) + (_endsAsAnnounced ? 0 : 1)];
        var filled = 0;
        while (!_endsAsAnnounced || filled < Length)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, Larger(buffer.Length));
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation).ConfigureAwait(false);
            if (read == 0) break;
            filled += read;
            if (filled > limit) throw TooLarge(limit);
        }
        Replace(buffer.AsMemory(0, filled));
        return _bytes;
    }

    private int Larger(int length)
    {
        var doubled = Math.Min(length * 2L, Array.MaxLength);
        return (int)(Length is { } announced && announced + 1 > length ? Math.Min(doubled, announced + 1) : doubled);
    }
}
