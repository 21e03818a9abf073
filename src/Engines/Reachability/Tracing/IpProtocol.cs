using System.Globalization;

namespace Orrery.Engines.Reachability.Tracing;

/// <summary>IP protocol numbers and names (IANA "Protocol Numbers"), as far as AWS's rules tell them apart.</summary>
public static class IpProtocol
{
    /// <summary>Stands for all protocols in rules.</summary>
    public const int All = -1;

    /// <summary>ICMP for IPv4.</summary>
    public const int Icmp = 1;

    /// <summary>TCP.</summary>
    public const int Tcp = 6;

    /// <summary>UDP.</summary>
    public const int Udp = 17;

    /// <summary>ICMP for IPv6.</summary>
    public const int Icmp6 = 58;

    /// <summary>True where the protocol has ports that rules look at.</summary>
    public static bool HasPorts(int protocol) => protocol is Tcp or Udp;

    /// <summary>True where rules look at an ICMP type and code.</summary>
    public static bool IsIcmp(int protocol) => protocol is Icmp or Icmp6;

    /// <summary>The name that AWS uses, or the number.</summary>
    public static string NameOf(int protocol) => protocol switch
    {
        All => "all protocols",
        Icmp => "icmp",
        Tcp => "tcp",
        Udp => "udp",
        Icmp6 => "icmpv6",
        _ => protocol.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a name (tcp, udp, icmp, icmpv6) or a number from 0 to 255.</summary>
    public static bool TryParse(string text, out int protocol)
    {
        protocol = text.ToLowerInvariant() switch
        {
            "tcp" => Tcp,
            "udp" => Udp,
            "icmp" => Icmp,
            "icmpv6" => Icmp6,
            _ => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
        };
        return protocol >= 0;
    }

    /// <summary>
    /// The ICMP type that answers another (RFC 792, RFC 4443), or null for messages that have no answer.
    /// </summary>
    public static int? ReplyTypeOf(int protocol, int type) => (protocol, type) switch
    {
        (Icmp, 8) => 0,
        (Icmp, 13) => 14,
        (Icmp, 15) => 16,
        (Icmp, 17) => 18,
        (Icmp6, 128) => 129,
        _ => null,
    };
}
