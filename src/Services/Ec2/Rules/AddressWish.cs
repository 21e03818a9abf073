namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The addresses and prefixes that someone wants on a network interface: by value, or how many of each.
/// </summary>
internal sealed record AddressWish
{
    /// <summary>IPv4 addresses by value.</summary>
    public IReadOnlyList<string> Ipv4 { get; init; } = [];

    /// <summary>How many further IPv4 addresses to choose.</summary>
    public int Ipv4Count { get; init; }

    /// <summary>IPv4 prefixes by value, each a /28.</summary>
    public IReadOnlyList<string> Ipv4Prefixes { get; init; } = [];

    /// <summary>How many further IPv4 prefixes to choose.</summary>
    public int Ipv4PrefixCount { get; init; }

    /// <summary>IPv6 addresses by value.</summary>
    public IReadOnlyList<string> Ipv6 { get; init; } = [];

    /// <summary>How many further IPv6 addresses to choose.</summary>
    public int Ipv6Count { get; init; }

    /// <summary>IPv6 prefixes by value, each a /80.</summary>
    public IReadOnlyList<string> Ipv6Prefixes { get; init; } = [];

    /// <summary>How many further IPv6 prefixes to choose.</summary>
    public int Ipv6PrefixCount { get; init; }

    /// <summary>Whether nothing is wished for.</summary>
    public bool IsNothing => this is
    {
        Ipv4Count: 0, Ipv4PrefixCount: 0, Ipv6Count: 0, Ipv6PrefixCount: 0,
        Ipv4.Count: 0, Ipv4Prefixes.Count: 0, Ipv6.Count: 0, Ipv6Prefixes.Count: 0,
    };
}
