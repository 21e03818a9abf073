using System.Buffers.Binary;
using System.Text;
using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Cbor;

/// <summary>Reads CBOR data items; every length is checked against what is there. Source: RFC 8949.</summary>
/// <param name="body">The bytes.</param>
internal sealed class CborInput(ReadOnlyMemory<byte> body)
{
    private const int Indefinite = 31;
    private const byte BreakByte = 0xFF;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private int _at;

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => _at == body.Length;

    /// <summary>The next item's major type.</summary>
    public CborMajor Major => (CborMajor)(Peek() >> 5);

    /// <summary>Whether the next item is null or undefined.</summary>
    public bool IsNull => Peek() is 0xF6 or 0xF7;

    /// <summary>A refusal of bytes that are no CBOR or not what the shape says.</summary>
    public static ServiceException Malformed(string why) =>
        WireErrors.Malformed(WireErrors.Serialization, $"The CBOR body cannot be read: {why}");

    /// <summary>Reads past a break; false when there is none.</summary>
    public bool TryBreak()
    {
        if (Peek() != BreakByte) return false;
        _at++;
        return true;
    }

    /// <summary>Begins an array or map: its number of items, or -1 when a break ends it.</summary>
    public int Begin(CborMajor major)
    {
        if (Major != major) throw Malformed($"{Major} stands where {major} is expected");
        if ((Peek() & 31) == Indefinite)
        {
            _at++;
            return -1;
        }

        return Length(perItem: 1);
    }

    /// <summary>Reads an integer.</summary>
    public long Integer()
    {
        var major = Major;
        if (major is not (CborMajor.Unsigned or CborMajor.Negative)) throw Malformed($"{major} is no integer");
        var value = Argument();
        if (value > long.MaxValue) throw Malformed("an integer does not fit 64 bits");
        return major is CborMajor.Unsigned ? (long)value : ~(long)value;
    }

    /// <summary>Reads a float of any size; integers count as floats.</summary>
    public double Number()
    {
        if (Major is CborMajor.Unsigned or CborMajor.Negative) return Integer();
        var head = Peek();
        _at++;
        return head switch
        {
            0xF9 => (double)BinaryPrimitives.ReadHalfBigEndian(Take(2)),
            0xFA => BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xFB => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            _ => throw Malformed("a float is expected"),
        };
    }

    /// <summary>Reads true or false.</summary>
    public bool Boolean() => Take(1)[0] switch
    {
        0xF4 => false,
        0xF5 => true,
        _ => throw Malformed("true or false is expected"),
    };

    /// <summary>Reads seconds since 1970 behind their tag; the tag may be missing.</summary>
    public double Epoch()
    {
        if (Major is CborMajor.Tag && Argument() != 1) throw Malformed("a tag is not known");
        return Number();
    }

    /// <summary>Reads a text.</summary>
    public string Text()
    {
        try
        {
            return Strict.GetString(Chunks(CborMajor.Text).Span);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("a text is not UTF-8");
        }
    }

    /// <summary>Reads bytes.</summary>
    public ReadOnlyMemory<byte> Bytes() => Chunks(CborMajor.Bytes);

    /// <summary>Reads past an item.</summary>
    /// <param name="depth">How deep it nests already.</param>
    public void Skip(int depth = 0)
    {
        if (depth > ShapeReader.MaxDepth) throw WireErrors.TooDeep();
        switch (Major)
        {
            case CborMajor.Unsigned or CborMajor.Negative: Argument(); break;
            case CborMajor.Bytes or CborMajor.Text: Chunks(Major); break;
            case CborMajor.Array: SkipItems(Begin(CborMajor.Array), 1, depth); break;
            case CborMajor.Map: SkipItems(Begin(CborMajor.Map), 2, depth); break;
            case CborMajor.Tag:
                Argument();
                Skip(depth + 1);
                break;
            default: SkipSimple(); break;
        }
    }

    private void SkipItems(int count, int each, int depth)
    {
        for (var i = 0; count < 0 ? !TryBreak() : i < count; i++)
        {
            for (var j = 0; j < each; j++) Skip(depth + 1);
        }
    }

    private void SkipSimple()
    {
        if (Peek() is >= 0xF9 and <= 0xFB) Number();
        else if (Take(1)[0] is < 0xF4 or > 0xF7) throw Malformed("a simple value is not known");
    }

    private ReadOnlyMemory<byte> Chunks(CborMajor major)
    {
        if (Major != major) throw Malformed($"{Major} stands where {major} is expected");
        if ((Peek() & 31) != Indefinite) return Memory(Length(perItem: 1));
        _at++;
        using var whole = new MemoryStream();
        while (!TryBreak())
        {
            if (Major != major || (Peek() & 31) == Indefinite) throw Malformed("a chunk is of another type");
            whole.Write(Memory(Length(perItem: 1)).Span);
        }

        return whole.ToArray();
    }

    // No item is shorter than a byte, so a length beyond what is left cannot be true.
    private int Length(int perItem)
    {
        var length = Argument();
        return length <= (ulong)((body.Length - _at) / perItem) ? (int)length : throw Malformed("it ends too early");
    }

    private ulong Argument()
    {
        var info = Take(1)[0] & 31;
        return info switch
        {
            < 24 => (ulong)info,
            24 => Take(1)[0],
            25 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            26 => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            27 => BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
            _ => throw Malformed("a length is broken"),
        };
    }

    private byte Peek() => _at < body.Length ? body.Span[_at] : throw Malformed("it ends too early");

    private ReadOnlySpan<byte> Take(int count) => Memory(count).Span;

    private ReadOnlyMemory<byte> Memory(int count)
    {
        if (count > body.Length - _at) throw Malformed("it ends too early");
        var taken = body.Slice(_at, count);
        _at += count;
        return taken;
    }
}
