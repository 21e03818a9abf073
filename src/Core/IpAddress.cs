using System.Globalization;
using System.Text.Json.Serialization;

namespace Orrery.Core;

/// <summary>
/// An IPv4 or IPv6 address as a plain value: no allocation to compare, hash or compute with. The default is 0.0.0.0.
/// </summary>
[JsonConverter(typeof(IpAddressJsonConverter))]
public readonly struct IpAddress : IEquatable<IpAddress>, IComparable<IpAddress>
{
    private IpAddress(UInt128 bits, bool isV6)
    {
        Bits = bits;
        IsV6 = isV6;
    }

    /// <summary>The address as a number: 32 significant bits for IPv4, 128 for IPv6.</summary>
    public UInt128 Bits { get; }

    /// <summary>True for IPv6, false for IPv4.</summary>
    public bool IsV6 { get; }

    /// <summary>How many bits an address of this family has: 32 or 128.</summary>
    public int Width => IsV6 ? 128 : 32;

    /// <summary>The IPv4 address with these 32 bits.</summary>
    public static IpAddress V4(uint bits) => new(bits, false);

    /// <summary>The IPv6 address with these 128 bits.</summary>
    public static IpAddress V6(UInt128 bits) => new(bits, true);

    /// <summary>Reads an address; throws <see cref="FormatException"/> where the text is none.</summary>
    public static IpAddress Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not an IP address.");

    /// <summary>
    /// Reads <c>a.b.c.d</c> (four decimal parts without leading zeros) or an IPv6 address in any form of RFC 4291.
    /// Scope ids, brackets, ports and the short IPv4 forms of the C library are refused.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IpAddress address)
    {
        address = default;
        return text.Contains(':') ? TryParseV6(text, out address) : TryParseV4(text, out address);
    }

    /// <summary>The address a number of steps further; wraps within its family.</summary>
    public IpAddress Plus(UInt128 steps) => IsV6 ? V6(unchecked(Bits + steps)) : V4(unchecked((uint)(Bits + steps)));

    /// <inheritdoc/>
    public bool Equals(IpAddress other) => Bits == other.Bits && IsV6 == other.IsV6;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IpAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((ulong)Bits, (ulong)(Bits >> 64), IsV6);

    /// <summary>IPv4 before IPv6, then by number.</summary>
    public int CompareTo(IpAddress other) =>
        IsV6 == other.IsV6 ? Bits.CompareTo(other.Bits) : IsV6.CompareTo(other.IsV6);

    /// <summary>The canonical text: dotted decimal, or RFC 5952.</summary>
    public override string ToString() => IsV6 ? FormatV6() : FormatV4();

    public static bool operator ==(IpAddress left, IpAddress right) => left.Equals(right);

    public static bool operator !=(IpAddress left, IpAddress right) => !left.Equals(right);

    public static bool operator <(IpAddress left, IpAddress right) => left.CompareTo(right) < 0;

    public static bool operator >(IpAddress left, IpAddress right) => left.CompareTo(right) > 0;

    public static bool operator <=(IpAddress left, IpAddress right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IpAddress left, IpAddress right) => left.CompareTo(right) >= 0;

    private static bool TryParseV4(ReadOnlySpan<char> text, out IpAddress address)
    {
        address = default;
        uint bits = 0;
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            var plain = part.Length is >= 1 and <= 3 && (part.Length == 1 || part[0] != '0');
            if (!plain || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return false;
            bits = (bits << 8) | value;
            if (++parts > 4)
                return false;
        }

        address = V4(bits);
        return parts == 4;
    }

    private static bool TryParseV6(ReadOnlySpan<char> text, out IpAddress address)
    {
        address = default;
        // The platform's parser also takes scope ids, brackets and prefixes, which no AWS field does.
        if (text.Length > 45 || text.IndexOfAnyExcept("0123456789abcdefABCDEF:.") >= 0
            || !System.Net.IPAddress.TryParse(text, out var parsed))
            return false;
        Span<byte> bytes = stackalloc byte[16];
        if (!parsed.TryWriteBytes(bytes, out var written) || written != 16)
            return false;
        address = V6(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return true;
    }

    /// <summary>Writes the canonical text of an IPv4 address, which has 15 letters at most.</summary>
    /// <returns>How many letters.</returns>
    internal int WriteV4(Span<char> to)
    {
        var bits = (uint)Bits;
        var length = Decimal(bits >> 24, to);
        for (var shift = 16; shift >= 0; shift -= 8)
        {
            to[length++] = '.';
            length += Decimal((bits >> shift) & 255, to[length..]);
        }

        return length;
    }

    /// <summary>Writes a number below 1000. Answers are full of addresses: format strings take five times as
    /// long.</summary>
    internal static int Decimal(uint value, Span<char> to)
    {
        var length = value >= 100 ? 3 : value >= 10 ? 2 : 1;
        for (var at = length; at > 0; value /= 10) to[--at] = (char)('0' + (value % 10));
        return length;
    }

    private string FormatV4()
    {
        Span<char> text = stackalloc char[15];
        return new string(text[..WriteV4(text)]);
    }

    private string FormatV6()
    {
        Span<char> text = stackalloc char[39];
        var (gapStart, gapLength) = LongestZeroRun();
        var length = 0;
        for (var i = 0; i < 8; i++)
        {
            if (i == gapStart)
            {
                text[length++] = ':';
                if (i == 0)
                    text[length++] = ':';
                i += gapLength - 1;
                continue;
            }

            Group(i).TryFormat(text[length..], out var written, "x", CultureInfo.InvariantCulture);
            length += written;
            if (i < 7)
                text[length++] = ':';
        }

        return new string(text[..length]);
    }

    private ushort Group(int index) => (ushort)(Bits >> (112 - (16 * index)));

    // RFC 5952: the first of the longest runs of two or more zero groups.
    private (int Start, int Length) LongestZeroRun()
    {
        var best = (Start: -1, Length: 1);
        for (var i = 0; i < 8; i++)
        {
            var run = 0;
            while (i + run < 8 && Group(i + run) == 0)
                run++;
            if (run > best.Length)
                best = (i, run);
            i += run;
        }

        return best.Start < 0 ? (-1, 0) : best;
    }
}
