using System.Text;

namespace Orrery.Wire.Chunked;

/// <summary>Reads lines and raw bytes from one stream through one buffer.</summary>
internal sealed class LineReader(Stream inner)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads up to a line feed; the line comes without it and without the carriage return before it.</summary>
    /// <returns>The line, or null at the end of the stream; a last line without line feed counts.</returns>
    /// <exception cref="Core.ServiceException">The line is longer than the buffer.</exception>
    public async ValueTask<string?> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0) return Take(length, 1);
            if (await FillAsync(cancellation).ConfigureAwait(false)) continue;
            return _start == _end ? null : Take(_end - _start, 0);
        }
    }

    /// <summary>Reads raw bytes; zero at the end of the stream.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> to, CancellationToken cancellation)
    {
        if (_start == _end) return await inner.ReadAsync(to, cancellation).ConfigureAwait(false);
        var count = Math.Min(to.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(to.Span);
        _start += count;
        return count;
    }

    private string Take(int length, int after)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += length + after;
        return Encoding.UTF8.GetString(line.EndsWith("\r"u8) ? line[..^1] : line);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) throw ChunkErrors.Malformed("a line is too long");
        var read = await inner.ReadAsync(_buffer.AsMemory(_end), cancellation).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
