using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>An entry of a network ACL. The lowest number that matches decides.</summary>
/// <param name="RuleNumber">Its place in the order; AWS shows the final deny as 32767.</param>
/// <param name="Direction">Whether it looks at what enters the subnet or at what leaves it.</param>
/// <param name="Allow">True to let pass, false to drop.</param>
/// <param name="Protocol">The IP protocol number; -1 for all.</param>
/// <param name="Cidr">The addresses outside of the subnet that it is about.</param>
public sealed record NetworkAclEntry(int RuleNumber, TrafficDirection Direction, bool Allow, int Protocol, Cidr Cidr)
{
    /// <summary>The ports; ignored where the protocol is -1 or has none.</summary>
    public PortRange Ports { get; init; } = PortRange.All;
}
