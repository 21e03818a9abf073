using System.Collections.Immutable;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>What an alarm is told to do; its state is a record of its own.</summary>
internal sealed record AlarmRecord
{
    /// <summary>The name.</summary>
    public required AlarmName Name { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>What a person wrote about it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it does anything when its state changes.</summary>
    public bool ActionsEnabled { get; init; } = true;

    /// <summary>What it does when it goes to OK.</summary>
    public ImmutableArray<string> OkActions { get; init; } = [];

    /// <summary>What it does when it goes to ALARM.</summary>
    public ImmutableArray<string> AlarmActions { get; init; } = [];

    /// <summary>What it does when it goes to INSUFFICIENT_DATA.</summary>
    public ImmutableArray<string> InsufficientDataActions { get; init; } = [];

    /// <summary>When it was made or last put.</summary>
    public required DateTimeOffset ConfigurationUpdated { get; init; }

    /// <summary>What a metric alarm watches; null for a composite alarm.</summary>
    public AlarmWatchRecord? Watch { get; init; }

    /// <summary>What a composite alarm follows; null for a metric alarm.</summary>
    public AlarmRuleRecord? Rule { get; init; }
}
