using Orrery.Core;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>
/// The ranges of addresses that the internet does not route. Sources: RFC 1918, RFC 6598; the special-purpose address
/// registries of IANA (RFC 6890), what is not globally reachable there, and multicast. The blocks for documentation and
/// benchmarking are left out: they stand for the internet in examples.
/// </summary>
internal static class AddressRanges
{
    private static readonly Cidr[] Rfc1918 =
        [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16")];

    private static readonly Cidr Rfc6598 = Cidr.Parse("100.64.0.0/10");

    // This network, loopback, link-local, protocol assignments, multicast, reserved with limited broadcast; unspecified
    // and loopback, translated, discard-only, unique local, link-local, multicast. fd00:ec2:: is unique local.
    private static readonly Cidr[] Special =
    [
        Cidr.Parse("0.0.0.0/8"), Cidr.Parse("127.0.0.0/8"), Cidr.Parse("169.254.0.0/16"),
        Cidr.Parse("192.0.0.0/29"), Cidr.Parse("192.0.0.8/32"), Cidr.Parse("192.0.0.170/31"),
        Cidr.Parse("224.0.0.0/4"), Cidr.Parse("240.0.0.0/4"),
        Cidr.Parse("::/127"), Cidr.Parse("64:ff9b:1::/48"), Cidr.Parse("100::/64"),
        Cidr.Parse("fc00::/7"), Cidr.Parse("fe80::/10"), Cidr.Parse("ff00::/8"),
    ];

    /// <summary>All blocks that the internet does not route.</summary>
    public static IReadOnlyList<Cidr> NotRouted { get; } = [.. Rfc1918, Rfc6598, .. Special];

    /// <summary>True for private IPv4 addresses.</summary>
    public static bool IsRfc1918(IpAddress address) => IsIn(Rfc1918, address);

    /// <summary>True for shared IPv4 addresses.</summary>
    public static bool IsRfc6598(IpAddress address) => Rfc6598.Contains(address);

    /// <summary>True where the internet routes no address of a block.</summary>
    public static bool IsPrivate(Cidr block)
    {
        foreach (var range in NotRouted)
            if (range.Contains(block))
                return true;
        return false;
    }

    /// <summary>True for what a host on the internet can have.</summary>
    public static bool IsPublic(IpAddress address) =>
        !IsRfc1918(address) && !IsRfc6598(address) && !IsIn(Special, address);

    private static bool IsIn(Cidr[] ranges, IpAddress address)
    {
        foreach (var range in ranges)
            if (range.Contains(address))
                return true;
        return false;
    }
}
