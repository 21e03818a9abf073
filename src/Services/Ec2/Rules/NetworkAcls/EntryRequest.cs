using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.NetworkAcls;

/// <summary>An entry as the API gives it, whether it is new or takes the place of another.</summary>
internal sealed record EntryRequest(int RuleNumber, bool Egress, RuleAction Action, string Protocol)
{
    /// <summary>The IPv4 block.</summary>
    public string? CidrBlock { get; init; }

    /// <summary>Or the IPv6 block.</summary>
    public string? Ipv6CidrBlock { get; init; }

    /// <summary>ICMP type and code.</summary>
    public IcmpTypeCode? Icmp { get; init; }

    /// <summary>Ports of TCP and UDP.</summary>
    public PortRange? Ports { get; init; }
}
