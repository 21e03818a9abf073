using System.Globalization;
using Orrery.Core;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>Reads addresses of both families without allocating, which the platform's parser of IPv6 does.</summary>
internal static class AddressReader
{
    /// <summary>Reads an address.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out IpAddress address)
    {
        // The form with a dotted end is rare: the platform reads it.
        if (!text.Contains(':') || text.Contains('.')) return IpAddress.TryParse(text, out address);
        address = default;
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            if (!Groups(text, out var all, out var number) || number != 8) return false;
            address = IpAddress.V6(all);
            return true;
        }

        if (!Groups(text[..gap], out var head, out var before)
            || !Groups(text[(gap + 2)..], out var tail, out var after)
            || before + after > 7)
            return false;
        address = IpAddress.V6((before == 0 ? 0 : head << (16 * (8 - before))) | tail);
        return true;
    }

    private static bool Groups(ReadOnlySpan<char> text, out UInt128 bits, out int number)
    {
        bits = 0;
        number = 0;
        if (text.IsEmpty) return true;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (group.Length is 0 or > 4 || ++number > 8
                || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return false;
            bits = (bits << 16) | value;
        }

        return true;
    }
}
