using System.Buffers;

namespace Orrery.Wire.Protocols.Values;

/// <summary>
/// Takes the bytes of an answer. What is long comes to be in pieces: doubling one array would copy all of it again and
/// again, and arrays beyond 85,000 bytes are collected only with the whole of the memory.
/// </summary>
/// <param name="firstGuess">As much as most answers of the kind take.</param>
internal sealed class ByteOutput(int firstGuess = ByteOutput.Records) : IBufferWriter<byte>
{
    private const int Piece = 64 * 1024;

    // Most answers in XML are a few records.
    private const int Records = 2 * 1024;

    private Segment? _first;
    private Segment? _last;
    private Segment? _end;
    private byte[] _bytes = new byte[firstGuess];
    private int _length;

    /// <summary>What was written; it stays as it is while nothing more is written.</summary>
    public ReadOnlySequence<byte> ToBytes()
    {
        if (_first is null) return new(_bytes, 0, _length);
        _end ??= new Segment(_last, _bytes.AsMemory(0, _length));
        return new(_first, 0, _end, _length);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        _length += count;
        _end = null;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    private void MakeRoom(int count)
    {
        if (_bytes.Length - _length < count) Grow(count);
    }

    private void Grow(int count)
    {
        if (_length + count <= Piece)
        {
            Array.Resize(ref _bytes, Math.Min(Piece, Math.Max(2 * _bytes.Length, _length + count)));
            return;
        }

        _last = new Segment(_last, _bytes.AsMemory(0, _length));
        _first ??= _last;
        _bytes = new byte[Math.Max(Piece, count)];
        _length = 0;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(Segment? before, ReadOnlyMemory<byte> bytes)
        {
            Memory = bytes;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
