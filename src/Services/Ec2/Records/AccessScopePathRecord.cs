using System.Collections.Immutable;

namespace Orrery.Services.Ec2.Records;

/// <summary>Paths that a Network Access Scope matches or excludes.</summary>
public sealed record AccessScopePathRecord
{
    /// <summary>Where they begin; null for anywhere.</summary>
    public PathStatementRecord? Source { get; init; }

    /// <summary>Where they end; null for anywhere.</summary>
    public PathStatementRecord? Destination { get; init; }

    /// <summary>What they cross: one resource of each of these.</summary>
    public ImmutableArray<ResourceStatementRecord> Through { get; init; } = [];
}
