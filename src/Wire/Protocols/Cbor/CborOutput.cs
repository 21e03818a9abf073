using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Orrery.Wire.Protocols.Values;

namespace Orrery.Wire.Protocols.Cbor;

/// <summary>Writes CBOR data items. Source: RFC 8949.</summary>
internal sealed class CborOutput
{
    private readonly ByteOutput _buffer = new();

    /// <summary>What was written.</summary>
    public ReadOnlySequence<byte> ToBytes() => _buffer.ToBytes();

    /// <summary>Begins a map whose number of entries is not said.</summary>
    public void BeginMap() => Byte(0xBF);

    /// <summary>Ends what does not say its length.</summary>
    public void Break() => Byte(0xFF);

    /// <summary>Begins a map of so many entries.</summary>
    public void BeginMap(int count) => Head(CborMajor.Map, (ulong)count);

    /// <summary>Begins an array of so many items.</summary>
    public void BeginArray(int count) => Head(CborMajor.Array, (ulong)count);

    /// <summary>Writes a tag.</summary>
    public void Tag(ulong tag) => Head(CborMajor.Tag, tag);

    /// <summary>Writes an integer.</summary>
    public void Integer(long value)
    {
        if (value >= 0) Head(CborMajor.Unsigned, (ulong)value);
        else Head(CborMajor.Negative, (ulong)~value);
    }

    /// <summary>Writes a text.</summary>
    public void Text(string value)
    {
        Head(CborMajor.Text, (ulong)Encoding.UTF8.GetByteCount(value));
        _buffer.Advance(Encoding.UTF8.GetBytes(value, _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }

    /// <summary>Writes bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Head(CborMajor.Bytes, (ulong)value.Length);
        _buffer.Write(value);
    }

    /// <summary>Writes true or false.</summary>
    public void Boolean(bool value) => Byte(value ? (byte)0xF5 : (byte)0xF4);

    /// <summary>Writes a 32-bit float.</summary>
    public void Float(float value)
    {
        Byte(0xFA);
        BinaryPrimitives.WriteSingleBigEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
    }

    /// <summary>Writes a 64-bit float.</summary>
    public void Double(double value)
    {
        Byte(0xFB);
        BinaryPrimitives.WriteDoubleBigEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
    }

    private void Head(CborMajor major, ulong value)
    {
        var high = (byte)((int)major << 5);
        var span = _buffer.GetSpan(9);
        var length = 1;
        switch (value)
        {
            case < 24: span[0] = (byte)(high | (byte)value); break;
            case <= byte.MaxValue:
                span[0] = (byte)(high | 24);
                span[1] = (byte)value;
                length = 2;
                break;
            case <= ushort.MaxValue:
                span[0] = (byte)(high | 25);
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)value);
                length = 3;
                break;
            case <= uint.MaxValue:
                span[0] = (byte)(high | 26);
                BinaryPrimitives.WriteUInt32BigEndian(span[1..], (uint)value);
                length = 5;
                break;
            default:
                span[0] = (byte)(high | 27);
                BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
                length = 9;
                break;
        }

        _buffer.Advance(length);
    }

    private void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
