using Orrery.Services.AutoScaling.Ids;

namespace Orrery.Services.AutoScaling.Records;

/// <summary>A scheduled action.</summary>
public sealed record ScheduleRecord
{
    /// <summary>Its group.</summary>
    public required string Group { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it runs, or runs first.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>After when it recurs no more.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>When it recurs: cron.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The time zone of the recurrence; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The minimum that it sets.</summary>
    public int? Min { get; init; }

    /// <summary>The maximum that it sets.</summary>
    public int? Max { get; init; }

    /// <summary>The desired capacity that it sets.</summary>
    public int? Desired { get; init; }

    /// <summary>Its key.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ScalingKey Key => ScalingKey.Of(Group, Name);
}
