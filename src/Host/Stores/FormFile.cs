using Orrery.Wire.Chunked;

namespace Orrery.Host.Stores;

/// <summary>The file of a form: what comes before the next mark. What follows it is not read.</summary>
/// <param name="body">The rest of the body.</param>
/// <param name="begun">What of it was read already.</param>
/// <param name="mark">The line break and the boundary that end the file.</param>
internal sealed class FormFile(Stream body, byte[] begun, byte[] mark) : ReadOnlyAsyncStream
{
    private const int Size = 64 * 1024;

    private readonly byte[] _buffer = [.. begun, .. new byte[Size]];
    private int _start;
    private int _end = begun.Length;
    private bool _isOver;

    /// <summary>How many bytes were given so far.</summary>
    public long Given { get; private set; }

    /// <summary>Asks before bytes are given whether so many are allowed.</summary>
    public Action<long, bool>? Check { get; set; }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var there = _buffer.AsMemory(_start, _end - _start);
            var at = there.Span.IndexOf(mark);
            // The mark may have begun at the end of what is there.
            var free = at >= 0 ? at : _isOver ? 0 : Math.Max(0, there.Length - mark.Length + 1);
            if (free > 0) return Give(there[..free], buffer);
            if (at == 0)
            {
                Check?.Invoke(Given, true);
                return 0;
            }

            if (_isOver) throw new IOException("The form ended within its file.");
            there.CopyTo(_buffer);
            (_start, _end) = (0, there.Length);
            var read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _isOver = read == 0;
            _end += read;
        }
    }

    private int Give(ReadOnlyMemory<byte> bytes, Memory<byte> into)
    {
        var count = Math.Min(bytes.Length, into.Length);
        Check?.Invoke(Given + count, false);
        bytes[..count].CopyTo(into);
        _start += count;
        Given += count;
        return count;
    }
}
