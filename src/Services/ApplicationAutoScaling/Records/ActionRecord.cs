using Orrery.Services.ApplicationAutoScaling.Ids;

namespace Orrery.Services.ApplicationAutoScaling.Records;

/// <summary>A scheduled action.</summary>
public sealed record ActionRecord
{
    /// <summary>Its target.</summary>
    public required ScalableKey Target { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it runs: at, rate or cron.</summary>
    public required string Schedule { get; init; }

    /// <summary>The time zone of at and cron; null for UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>Before when it does not run.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>After when it does not run.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The minimum that it sets; null leaves it.</summary>
    public int? Min { get; init; }

    /// <summary>The maximum that it sets; null leaves it.</summary>
    public int? Max { get; init; }

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalableKey Key => Target.Part(Name);
}
