using Orrery.Core;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>The ranges of addresses that the internet does not route.</summary>
internal static class AddressRanges
{
    private static readonly Cidr[] Rfc1918 =
        [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16")];

    private static readonly Cidr Rfc6598 = Cidr.Parse("100.64.0.0/10");
    private static readonly Cidr UniqueLocal = Cidr.Parse("fc00::/7");

    /// <summary>True for private IPv4 addresses.</summary>
    public static bool IsRfc1918(IpAddress address)
    {
        foreach (var range in Rfc1918)
            if (range.Contains(address))
                return true;
        return false;
    }

    /// <summary>True for shared IPv4 addresses.</summary>
    public static bool IsRfc6598(IpAddress address) => Rfc6598.Contains(address);

    /// <summary>The blocks of private and shared IPv4 addresses.</summary>
    public static IReadOnlyList<Cidr> NotRouted { get; } = [.. Rfc1918, Rfc6598];

    /// <summary>True where every address of an IPv4 block is private or shared.</summary>
    public static bool IsPrivate(Cidr block)
    {
        foreach (var range in NotRouted)
            if (range.Contains(block))
                return true;
        return false;
    }

    /// <summary>True for what a host on the internet can have.</summary>
    public static bool IsPublic(IpAddress address) =>
        !IsRfc1918(address) && !IsRfc6598(address) && !UniqueLocal.Contains(address);
}
