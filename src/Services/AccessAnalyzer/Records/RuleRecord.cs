namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>An archive rule: new findings that it matches are archived.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Filter">What it asks, by property.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
internal sealed record RuleRecord(
    string Name, IReadOnlyDictionary<string, CriterionRecord> Filter, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
