using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An analysis of a path, with what it found when it ran.</summary>
public sealed record NetworkInsightsAnalysisRecord
{
    /// <summary>The id.</summary>
    public required NetworkInsightsAnalysisId Id { get; init; }

    /// <summary>The analysed path.</summary>
    public required NetworkInsightsPathId PathId { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>Moved by its loop only.</summary>
    public required AnalysisStatus Status { get; init; }

    /// <summary>Other accounts whose resources the path may cross.</summary>
    public ImmutableArray<string> AdditionalAccounts { get; init; } = [];

    /// <summary>Resources that the path must cross.</summary>
    public ImmutableArray<string> FilterInArns { get; init; } = [];

    /// <summary>Resources that the path must not cross.</summary>
    public ImmutableArray<string> FilterOutArns { get; init; } = [];

    /// <summary>Whether the destination is reachable; null while it runs.</summary>
    public bool? PathFound { get; init; }

    /// <summary>The way of the packet.</summary>
    public ImmutableArray<PathComponentRecord> Forward { get; init; } = [];

    /// <summary>The way of the reply.</summary>
    public ImmutableArray<PathComponentRecord> Return { get; init; } = [];

    /// <summary>AWS's explanation code where there is no path.</summary>
    public string? Code { get; init; }

    /// <summary>Where it ends; null where an end is unknown.</summary>
    public PathComponentRecord? StoppedAt { get; init; }

    /// <summary>Accounts that the path would cross and that were not named.</summary>
    public ImmutableArray<string> SuggestedAccounts { get; init; } = [];

    /// <summary>The outcome with its reasons; null while it runs.</summary>
    public Decision? Decision { get; init; }
}
