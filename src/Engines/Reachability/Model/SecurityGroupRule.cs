using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A rule of a security group; it allows. Exactly one of <see cref="Cidr"/>, <see cref="PrefixListId"/> and
/// <see cref="GroupId"/> says whom.
/// </summary>
/// <param name="Id">The rule's id (<c>sgr-…</c>), or empty.</param>
/// <param name="Direction">Whether it allows what comes in or what goes out.</param>
/// <param name="Protocol">The IP protocol number; -1 for all.</param>
/// <param name="Ports">The ports; ignored where the protocol is -1 or has none.</param>
public sealed record SecurityGroupRule(string Id, TrafficDirection Direction, int Protocol, PortRange Ports)
{
    /// <summary>The other side as a block.</summary>
    public Cidr? Cidr { get; init; }

    /// <summary>The other side as a prefix list.</summary>
    public string? PrefixListId { get; init; }

    /// <summary>
    /// The other side as the interfaces of a security group, of this VPC or of one peered in the same region.
    /// </summary>
    public string? GroupId { get; init; }
}
