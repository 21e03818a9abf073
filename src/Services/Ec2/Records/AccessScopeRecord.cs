using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A Network Access Scope: paths that are looked for.</summary>
public sealed record AccessScopeRecord
{
    /// <summary>The id.</summary>
    public required NetworkInsightsAccessScopeId Id { get; init; }

    /// <summary>When it was made; it never changes.</summary>
    public required DateTimeOffset CreatedDate { get; init; }

    /// <summary>What to find.</summary>
    public ImmutableArray<AccessScopePathRecord> MatchPaths { get; init; } = [];

    /// <summary>What to leave out of it.</summary>
    public ImmutableArray<AccessScopePathRecord> ExcludePaths { get; init; } = [];
}
