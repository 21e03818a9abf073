using System.Text.Json.Serialization;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>The state of an alarm.</summary>
internal sealed record AlarmStateRecord
{
    /// <summary>The alarm.</summary>
    public required AlarmName Name { get; init; }

    /// <summary>OK, ALARM or INSUFFICIENT_DATA.</summary>
    public required StateValue Value { get; init; }

    /// <summary>Why, as a sentence; null where an evaluation tells it.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, as JSON, where no evaluation tells it.</summary>
    public string? ReasonData { get; init; }

    /// <summary>What gave the alarm the state, where an evaluation did.</summary>
    public EvaluationRecord? Evaluation { get; init; }

    /// <summary>The value, and why.</summary>
    [JsonIgnore]
    public StateWhy Why => new(Value) { Reason = Reason, Data = ReasonData, Evaluation = Evaluation };

    /// <summary>When the value or its reason was last set.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>When the value last changed.</summary>
    public required DateTimeOffset Transitioned { get; init; }

    /// <summary>What keeps the actions of the last change from being done; null where nothing does.</summary>
    public ActionsSuppressedBy? SuppressedBy { get; init; }

    /// <summary>The state before the first change whose actions were kept from being done.</summary>
    public StateValue? HeldSince { get; init; }

    /// <summary>Until when it waits for its suppressor to go into ALARM.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Until when it waits after its suppressor went out of ALARM.</summary>
    public DateTimeOffset? ExtensionUntil { get; init; }

    /// <summary>How many items of history there were.</summary>
    public long Items { get; init; }

    /// <summary>When the oldest item was written that history had when it was last cleaned.</summary>
    public DateTimeOffset? Oldest { get; init; }
}
