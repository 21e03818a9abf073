namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>What an archive rule or a filter asks of one property of findings.</summary>
internal sealed record CriterionRecord
{
    /// <summary>The property is one of these.</summary>
    public IReadOnlyList<string>? Equal { get; init; }

    /// <summary>The property is none of these.</summary>
    public IReadOnlyList<string>? Unequal { get; init; }

    /// <summary>The property contains one of these.</summary>
    public IReadOnlyList<string>? Contains { get; init; }

    /// <summary>Whether the property is there.</summary>
    public bool? Exists { get; init; }
}
