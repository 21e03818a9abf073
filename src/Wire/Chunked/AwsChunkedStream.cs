using System.Globalization;
using System.Security.Cryptography;

namespace Orrery.Wire.Chunked;

/// <summary>
/// Decodes an aws-chunked body. Bytes are handed on as they come; a chunk whose signature is wrong ends the read with a
/// refusal, so whoever stores the body may keep it only when the read came to its end.
/// </summary>
internal sealed class AwsChunkedStream : ReadOnlyAsyncStream
{
    private const int SmallestSignedChunk = 8192;
    private readonly LineReader _reader;
    private readonly ChunkChain? _chain;
    private readonly long _decodedLength;
    private readonly TrailerReader? _trailers;
    private readonly IncrementalHash? _hash;
    private string _signature = "";
    private long _remaining;
    private long _total;
    private bool _wasSmall;
    private bool _ended;

    /// <summary>Decodes a body.</summary>
    /// <param name="inner">The encoded body.</param>
    /// <param name="decodedLength">x-amz-decoded-content-length.</param>
    /// <param name="chain">Verifies the chunks; null when they are not signed or the signer is not verified.</param>
    /// <param name="trailers">Reads what follows the chunks; null when nothing may.</param>
    public AwsChunkedStream(Stream inner, long decodedLength, ChunkChain? chain, TrailerReader? trailers)
    {
        _reader = new LineReader(inner);
        _decodedLength = decodedLength;
        _chain = chain;
        _trailers = trailers;
        _hash = chain is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        while (_remaining == 0)
        {
            if (_ended) return 0;
            await BeginChunkAsync(cancellationToken).ConfigureAwait(false);
        }
        var wanted = buffer[..(int)Math.Min(_remaining, buffer.Length)];
        var read = await _reader.ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (read == 0) throw ChunkErrors.Truncated();
        _hash?.AppendData(wanted.Span[..read]);
        _remaining -= read;
        if (_remaining == 0) await EndChunkAsync(cancellationToken).ConfigureAwait(false);
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _hash?.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask BeginChunkAsync(CancellationToken cancellation)
    {
        var line = await _reader.ReadLineAsync(cancellation).ConfigureAwait(false) ?? throw ChunkErrors.Truncated();
        var size = ParseHead(line);
        if (size > _decodedLength - _total) throw ChunkErrors.WrongLength();
        if (size > 0)
        {
            if (_wasSmall && _chain is not null) throw ChunkErrors.TooSmall();
            _wasSmall = size < SmallestSignedChunk;
            _total += size;
            _remaining = size;
            return;
        }
        if (_total != _decodedLength) throw ChunkErrors.WrongLength();
        VerifyChunk();
        await EndBodyAsync(cancellation).ConfigureAwait(false);
        _ended = true;
    }

    private long ParseHead(string line)
    {
        var semicolon = line.IndexOf(';');
        var digits = semicolon < 0 ? line : line[..semicolon];
        if (digits.Length is 0 or > 15 || !digits.All(char.IsAsciiHexDigit))
            throw ChunkErrors.Malformed("a chunk has no size");
        _signature = "";
        const string Extension = ";chunk-signature=";
        if (semicolon >= 0 && line.AsSpan(semicolon).StartsWith(Extension))
            _signature = line[(semicolon + Extension.Length)..];
        return long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private async ValueTask EndChunkAsync(CancellationToken cancellation)
    {
        var rest = await _reader.ReadLineAsync(cancellation).ConfigureAwait(false) ?? throw ChunkErrors.Truncated();
        if (rest.Length != 0) throw ChunkErrors.Malformed("a chunk is longer than its size");
        VerifyChunk();
    }

    private void VerifyChunk()
    {
        if (_chain is null) return;
        Span<byte> hash = stackalloc byte[32];
        _hash!.GetHashAndReset(hash);
        if (!_chain.VerifyChunk(_signature, Convert.ToHexStringLower(hash))) throw ChunkErrors.Mismatch();
    }

    private async ValueTask EndBodyAsync(CancellationToken cancellation)
    {
        while (await _reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0) continue;
            if (_trailers is null) throw ChunkErrors.Malformed("something follows the last chunk");
            _trailers.Add(line);
        }
        _trailers?.End(_chain);
    }
}
