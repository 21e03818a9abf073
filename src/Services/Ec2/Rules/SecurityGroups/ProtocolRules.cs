using System.Globalization;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>
/// Protocols and ports of security group rules. Source: EC2 API Reference, IpPermission; message texts of the ports:
/// guessed.
/// </summary>
internal static class ProtocolRules
{
    /// <summary>The protocol as EC2 keeps it: names for 1, 6, 17 and 58, numbers for the others, -1 for all.</summary>
    /// <exception cref="Core.ServiceException">InvalidPermission.Malformed.</exception>
    public static string Normalize(string? protocol) => protocol?.ToLowerInvariant() switch
    {
        null or "" => throw Malformed($"Invalid value '{protocol}' for IP protocol. Unknown protocol."),
        "tcp" or "6" => "tcp",
        "udp" or "17" => "udp",
        "icmp" or "1" => "icmp",
        "icmpv6" or "58" => "icmpv6",
        "all" or "-1" => "-1",
        var text when byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            number.ToString(CultureInfo.InvariantCulture),
        _ => throw Malformed($"Invalid value '{protocol}' for IP protocol. Unknown protocol."),
    };

    /// <summary>The ports (or ICMP type and code) of a protocol; -1 and -1 where it has none or means all.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue.</exception>
    public static (int From, int To) Ports(string protocol, int? from, int? to) => protocol switch
    {
        "tcp" or "udp" => TransportPorts(from, to),
        "icmp" or "icmpv6" => Icmp(from ?? -1, to ?? -1),
        _ => (-1, -1),
    };

    private static (int From, int To) TransportPorts(int? from, int? to)
    {
        if (from is not { } first || to is not { } last)
        {
            throw Errors.InvalidParameterValue(
                "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
        }

        if (first == -1 && last == -1)
        {
            return (0, 65535);
        }

        if (first is < 0 or > 65535 || last is < 0 or > 65535)
        {
            throw Errors.InvalidParameterValue(
                $"Invalid value '{first} to {last}' for TCP/UDP port range: 0 to 65535.");
        }

        return first <= last
            ? (first, last)
            : throw Errors.InvalidParameterValue($"Invalid TCP/UDP port range ({first}:{last})");
    }

    private static (int From, int To) Icmp(int type, int code)
    {
        if (type is < -1 or > 255)
        {
            throw Errors.InvalidParameterValue($"ICMP type ({type}) out of range");
        }

        if (code is < -1 or > 255 || (type == -1 && code != -1))
        {
            throw Errors.InvalidParameterValue($"ICMP code ({code}) out of range");
        }

        return (type, code);
    }

    private static Core.ServiceException Malformed(string message) => new("InvalidPermission.Malformed", message);
}
