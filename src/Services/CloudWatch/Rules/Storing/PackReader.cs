using System.Buffers.Binary;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>Reads what <see cref="PackWriter"/> wrote.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>A byte.</summary>
    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    /// <summary>A whole number.</summary>
    public long Whole()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return (long)value;
        }
    }

    /// <summary>A number.</summary>
    public double Number()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_rest);
        _rest = _rest[sizeof(double)..];
        return value;
    }

    /// <summary>A count.</summary>
    public double Count() => Whole() is > 0 and var whole ? whole - 1 : Number();

    /// <summary>Passes over bytes.</summary>
    public void Skip(int count) => _rest = _rest[count..];
}
