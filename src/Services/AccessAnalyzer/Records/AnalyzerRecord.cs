using System.Collections.Immutable;
using Orrery.Operations.Tagging;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>An analyzer.</summary>
internal sealed record AnalyzerRecord
{
    /// <summary>Its name.</summary>
    public required AnalyzerKey Name { get; init; }

    /// <summary>What it looks for, and in which zone of trust.</summary>
    public required Type Type { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = TagSet.Empty;

    /// <summary>Its archive rules.</summary>
    public IReadOnlyList<RuleRecord> Rules { get; init; } = [];

    /// <summary>After how many days access counts as unused.</summary>
    public int UnusedDays { get; init; } = 90;

    /// <summary>The resource that was analyzed last.</summary>
    public string? LastResource { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
