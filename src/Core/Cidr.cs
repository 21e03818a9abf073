using System.Globalization;
using System.Text.Json.Serialization;

namespace Orrery.Core;

/// <summary>
/// A block of addresses, IPv4 or IPv6, always canonical: the bits after the prefix are zero. Ordered by family, first
/// address, then prefix length, so that a block sorts before the blocks within it. The default value is 0.0.0.0/0.
/// </summary>
[JsonConverter(typeof(CidrJsonConverter))]
public readonly struct Cidr : IEquatable<Cidr>, IComparable<Cidr>
{
    private readonly byte _length;

    private Cidr(IpAddress first, int prefixLength)
    {
        First = first;
        _length = (byte)prefixLength;
    }

    /// <summary>0.0.0.0/0.</summary>
    public static Cidr AnyV4 => default;

    /// <summary>::/0.</summary>
    public static Cidr AnyV6 => new(IpAddress.V6(0), 0);

    /// <summary>The first address of the block.</summary>
    public IpAddress First { get; }

    /// <summary>The last address of the block.</summary>
    public IpAddress Last => First.Plus(HostMask(First.Width, _length));

    /// <summary>How many leading bits the block's addresses share: 0 to 32, or 0 to 128.</summary>
    public int PrefixLength => _length;

    /// <summary>True for IPv6, false for IPv4.</summary>
    public bool IsV6 => First.IsV6;

    /// <summary>How many addresses the block has; for ::/0, which has one more, the largest number there is.</summary>
    public UInt128 Count =>
        HostMask(First.Width, _length) is var hosts && hosts == UInt128.MaxValue ? hosts : hosts + 1;

    /// <summary>The block of a prefix length that holds an address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length does not fit the address's family.</exception>
    public static Cidr Of(IpAddress address, int prefixLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, address.Width);
        var bits = address.Bits & ~HostMask(address.Width, prefixLength);
        return new Cidr(address.IsV6 ? IpAddress.V6(bits) : IpAddress.V4((uint)bits), prefixLength);
    }

    /// <summary>The block of one address: /32 or /128.</summary>
    public static Cidr Single(IpAddress address) => new(address, address.Width);

    /// <summary>Reads a block in canonical form; throws <see cref="FormatException"/> where the text is none.</summary>
    public static Cidr Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var cidr) ? cidr : throw new FormatException($"'{text}' is not a CIDR block.");

    /// <summary>Reads <c>address/length</c>; a text with bits after its prefix (10.0.0.1/8) is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Cidr cidr) =>
        TryParse(text, out cidr, out var hadHostBits) && !hadHostBits;

    /// <summary>
    /// Reads <c>address/length</c> and clears the bits after the prefix, as AWS does where it makes a block
    /// canonical; says whether there were any.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Cidr cidr, out bool hadHostBits)
    {
        cidr = default;
        hadHostBits = false;
        var slash = text.IndexOf('/');
        if (slash < 0 || !IpAddress.TryParse(text[..slash], out var address))
            return false;
        var digits = text[(slash + 1)..];
        var plain = digits.Length is >= 1 and <= 3 && (digits.Length == 1 || digits[0] != '0');
        if (!plain || !byte.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > address.Width)
            return false;
        cidr = Of(address, length);
        hadHostBits = cidr.First != address;
        return true;
    }

    /// <summary>True where the address lies in the block.</summary>
    public bool Contains(IpAddress address) =>
        address.IsV6 == IsV6 && ((address.Bits ^ First.Bits) & ~HostMask(First.Width, _length)) == 0;

    /// <summary>True where the other block lies wholly in this one (also where they are equal).</summary>
    public bool Contains(Cidr other) => other._length >= _length && Contains(other.First);

    /// <summary>True where the blocks share an address.</summary>
    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    /// <summary>The block's address at a zero-based place; the caller keeps it below <see cref="Count"/>.</summary>
    public IpAddress At(UInt128 place) => First.Plus(place);

    /// <summary>The blocks of a longer prefix that make up this one, in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is below this block's or over the width.</exception>
    public IEnumerable<Cidr> Subnets(int prefixLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefixLength, _length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, First.Width);
        return Split(this, prefixLength);
    }

    /// <inheritdoc/>
    public bool Equals(Cidr other) => First == other.First && _length == other._length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cidr other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, _length);

    /// <inheritdoc/>
    public int CompareTo(Cidr other) =>
        First.CompareTo(other.First) is not 0 and var order ? order : _length.CompareTo(other._length);

    /// <summary>The canonical text, for example <c>10.0.0.0/16</c> or <c>2600:1f14::/35</c>.</summary>
    public override string ToString()
    {
        if (IsV6) return string.Create(CultureInfo.InvariantCulture, $"{First}/{_length}");
        Span<char> text = stackalloc char[18];
        var length = First.WriteV4(text);
        text[length++] = '/';
        length += IpAddress.Decimal(_length, text[length..]);
        return new string(text[..length]);
    }

    public static bool operator ==(Cidr left, Cidr right) => left.Equals(right);

    public static bool operator !=(Cidr left, Cidr right) => !left.Equals(right);

    public static bool operator <(Cidr left, Cidr right) => left.CompareTo(right) < 0;

    public static bool operator >(Cidr left, Cidr right) => left.CompareTo(right) > 0;

    public static bool operator <=(Cidr left, Cidr right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Cidr left, Cidr right) => left.CompareTo(right) >= 0;

    // Shifting by the full width would shift by nothing, so that case is spelled out.
    private static UInt128 HostMask(int width, int length) =>
        (width - length) switch
        {
            128 => UInt128.MaxValue,
            var hostBits => (UInt128.One << hostBits) - 1,
        };

    private static IEnumerable<Cidr> Split(Cidr block, int prefixLength)
    {
        var step = HostMask(block.First.Width, prefixLength);
        var address = block.First;
        while (true)
        {
            yield return new Cidr(address, prefixLength);
            var last = address.Plus(step);
            if (last == block.Last)
                yield break;
            address = last.Plus(1);
        }
    }
}
