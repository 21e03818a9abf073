using System.Globalization;
using System.Net;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary><c>cidr</c>: an address, of IPv4 or IPv6, in a block.</summary>
internal static class CidrTest
{
    /// <summary>Reads a block.</summary>
    public static ValueTest Read(string block, string at)
    {
        var slash = block.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !IPAddress.TryParse(block[..slash], out var address)
            || !int.TryParse(block[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > address.GetAddressBytes().Length * 8)
        {
            throw Errors.Pattern($"Malformed CIDR, '{block}', at {at}");
        }

        var network = address.GetAddressBytes();
        return ValueTest.OfText(text => IPAddress.TryParse(text, out var found) && IsIn(found, network, length));
    }

    private static bool IsIn(IPAddress found, byte[] network, int length)
    {
        var bytes = found.GetAddressBytes();
        if (bytes.Length != network.Length)
            return false;
        for (var bit = 0; bit < length; bit++)
        {
            if ((((bytes[bit / 8] ^ network[bit / 8]) >> (7 - bit % 8)) & 1) != 0)
                return false;
        }

        return true;
    }
}
