using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>A path that an analysis of a Network Access Scope found.</summary>
public sealed record AccessScopeFindingRecord
{
    /// <summary>Its id within the analysis.</summary>
    public required string Id { get; init; }

    /// <summary>The way there of one packet of all those that can go it.</summary>
    public ImmutableArray<PathComponentRecord> Components { get; init; } = [];
}
