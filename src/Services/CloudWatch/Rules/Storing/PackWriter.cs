using System.Buffers.Binary;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>Writes numbers into as few bytes as they need.</summary>
internal sealed class PackWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>How many bytes.</summary>
    public int Length => _length;

    /// <summary>What was written.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    /// <summary>A byte.</summary>
    public void Byte(byte value) => Room(1)[0] = value;

    /// <summary>A whole number that is not negative.</summary>
    public void Whole(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
            Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    /// <summary>A number.</summary>
    public void Number(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);

    /// <summary>A number that is mostly whole and small: counts.</summary>
    public void Count(double value)
    {
        if (value >= 0 && value < long.MaxValue / 4 && Math.Floor(value) == value)
        {
            Whole((long)value + 1);
            return;
        }

        Byte(0);
        Number(value);
    }

    /// <summary>Bytes.</summary>
    public void Bytes(PackWriter other) =>
        other._bytes.AsSpan(0, other._length).CopyTo(Room(other._length));

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    private Span<byte> Room(int count)
    {
        if (_length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        var room = _bytes.AsSpan(_length, count);
        _length += count;
        return room;
    }
}
