using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A set of DHCP options.</summary>
public sealed record DhcpOptionsRecord
{
    /// <summary>The id.</summary>
    public required DhcpOptionsId Id { get; init; }

    /// <summary>Option names with their values.</summary>
    public ImmutableArray<DhcpConfigurationRecord> Configurations { get; init; } = [];

    /// <summary>Whether it is the set that the region began with, which every new VPC takes.</summary>
    public bool IsRegionDefault { get; init; }
}
