using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>Packets that a path of a Network Access Scope is about; what is empty may be anything.</summary>
public sealed record HeaderStatementRecord
{
    /// <summary>Blocks of source addresses.</summary>
    public ImmutableArray<string> SourceAddresses { get; init; } = [];

    /// <summary>Blocks of destination addresses.</summary>
    public ImmutableArray<string> DestinationAddresses { get; init; } = [];

    /// <summary>Source ports, as <c>443</c> or <c>1024-65535</c>.</summary>
    public ImmutableArray<string> SourcePorts { get; init; } = [];

    /// <summary>Destination ports.</summary>
    public ImmutableArray<string> DestinationPorts { get; init; } = [];

    /// <summary>Prefix lists of source addresses.</summary>
    public ImmutableArray<string> SourcePrefixLists { get; init; } = [];

    /// <summary>Prefix lists of destination addresses.</summary>
    public ImmutableArray<string> DestinationPrefixLists { get; init; } = [];

    /// <summary>tcp and udp.</summary>
    public ImmutableArray<string> Protocols { get; init; } = [];
}
