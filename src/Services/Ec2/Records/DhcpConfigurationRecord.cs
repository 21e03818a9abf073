using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>One DHCP option.</summary>
public sealed record DhcpConfigurationRecord
{
    /// <summary>For example domain-name-servers.</summary>
    public required string Key { get; init; }

    /// <summary>Its values.</summary>
    public ImmutableArray<string> Values { get; init; } = [];
}
