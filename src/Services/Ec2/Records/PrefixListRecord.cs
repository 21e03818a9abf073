using System.Collections.Immutable;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A managed prefix list: all its versions, the newest last.</summary>
public sealed record PrefixListRecord
{
    /// <summary>The id.</summary>
    public required PrefixListId Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>IPv4 or IPv6.</summary>
    public required string AddressFamily { get; init; }

    /// <summary>The maximum number of entries; 0 for one that AWS manages.</summary>
    public required int MaxEntries { get; init; }

    /// <summary>What it is to become, while a resize is in progress.</summary>
    public int? RequestedMaxEntries { get; init; }

    /// <summary>Account, or AWS.</summary>
    public required string OwnerId { get; init; }

    /// <summary>What the last change came to.</summary>
    public required PrefixListState State { get; init; }

    /// <summary>Why it failed.</summary>
    public string? StateMessage { get; init; }

    /// <summary>Every version, from 1.</summary>
    public ImmutableArray<PrefixListVersionRecord> Versions { get; init; } = [];
}
