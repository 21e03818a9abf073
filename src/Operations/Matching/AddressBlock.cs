using System.Globalization;
using System.Net;

namespace Orrery.Operations.Matching;

/// <summary>
/// A block of addresses of IPv4 or IPv6, as <c>cidr</c> in event patterns and filter policies names it: bits behind the
/// prefix do not matter.
/// </summary>
public sealed class AddressBlock
{
    private readonly byte[] _network;
    private readonly int _length;

    private AddressBlock(byte[] network, int length)
    {
        _network = network;
        _length = length;
    }

    /// <summary>Reads one; null where it is none.</summary>
    public static AddressBlock? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0
            && IPAddress.TryParse(text[..slash], out var address)
            && int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && address.GetAddressBytes() is var bytes
            && length <= bytes.Length * 8
                ? new(bytes, length)
                : null;
    }

    /// <summary>Whether a text is an address of the block.</summary>
    public bool Contains(string text)
    {
        if (!IPAddress.TryParse(text, out var found) || found.GetAddressBytes() is not { } bytes
            || bytes.Length != _network.Length)
        {
            return false;
        }

        for (var bit = 0; bit < _length; bit++)
        {
            if ((((bytes[bit / 8] ^ _network[bit / 8]) >> (7 - (bit % 8))) & 1) != 0) return false;
        }

        return true;
    }
}
