using Orrery.Services.Logs.Ids;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Records;

/// <summary>
/// A query of Logs Insights. Its results are worked out when they are asked for, as of its beginning.
/// </summary>
public sealed record QueryRecord
{
    /// <summary>Its id.</summary>
    public required TextKey Id { get; init; }

    /// <summary>The log groups.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The query.</summary>
    public required string Text { get; init; }

    /// <summary>The least time of the events, in milliseconds.</summary>
    public required long From { get; init; }

    /// <summary>The greatest time of the events, in milliseconds.</summary>
    public required long To { get; init; }

    /// <summary>How many results at most; null: as the query says.</summary>
    public int? Limit { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether it runs, is complete, or was cancelled.</summary>
    public required QueryStatus Status { get; init; }

    /// <summary>The ARN of the KMS key of its results; null: none.</summary>
    public string? KeyArn { get; init; }

    /// <summary>Who asked.</summary>
    public required string User { get; init; }
}
