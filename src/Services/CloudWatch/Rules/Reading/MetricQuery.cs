namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>One query of a set, as GetMetricData and alarms have them: a statistic or an expression.</summary>
/// <param name="Id">What expressions call it.</param>
internal sealed record MetricQuery(string Id)
{
    /// <summary>The statistic; null where it is an expression.</summary>
    public StatQuery? Stat { get; init; }

    /// <summary>The expression; null where it is a statistic.</summary>
    public string? Expression { get; init; }

    /// <summary>The period that an expression gives to what it searches.</summary>
    public int? Period { get; init; }

    /// <summary>How the result is called; may have dynamic parts.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the result is wanted, or only used by other queries.</summary>
    public bool ReturnData { get; init; } = true;
}
