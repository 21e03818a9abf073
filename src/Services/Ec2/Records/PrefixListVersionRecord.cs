using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>One version of a prefix list.</summary>
public sealed record PrefixListVersionRecord
{
    /// <summary>From 1.</summary>
    public required long Version { get; init; }

    /// <summary>Its entries.</summary>
    public ImmutableArray<PrefixListEntryRecord> Entries { get; init; } = [];
}
