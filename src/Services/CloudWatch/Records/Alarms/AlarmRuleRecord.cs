using System.Collections.Immutable;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>What a composite alarm follows.</summary>
internal sealed record AlarmRuleRecord
{
    /// <summary>The rule as it was put.</summary>
    public required string Text { get; init; }

    /// <summary>The names of the alarms in the rule, each once.</summary>
    public ImmutableArray<string> Children { get; init; } = [];

    /// <summary>The suppressor as it was put: a name or an ARN.</summary>
    public string? Suppressor { get; init; }

    /// <summary>The suppressor's name.</summary>
    public string? SuppressorName { get; init; }

    /// <summary>How many seconds it waits for the suppressor to go into ALARM.</summary>
    public int? WaitPeriod { get; init; }

    /// <summary>How many seconds it waits after the suppressor went out of ALARM.</summary>
    public int? ExtensionPeriod { get; init; }
}
