using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An analysis of a Network Access Scope, with what it found when it ended.</summary>
public sealed record AccessScopeAnalysisRecord
{
    /// <summary>The id.</summary>
    public required NetworkInsightsAccessScopeAnalysisId Id { get; init; }

    /// <summary>The analysed scope.</summary>
    public required NetworkInsightsAccessScopeId ScopeId { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Moved by its loop only.</summary>
    public required AnalysisStatus Status { get; init; }

    /// <summary>How many network interfaces it looked at; null while it runs.</summary>
    public int? AnalyzedEniCount { get; init; }

    /// <summary>What it found.</summary>
    public ImmutableArray<AccessScopeFindingRecord> Findings { get; init; } = [];
}
