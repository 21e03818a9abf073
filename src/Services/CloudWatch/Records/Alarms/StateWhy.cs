using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Records.Alarms;

/// <summary>The value of an alarm's state, and why it has it: as it was told, or as an evaluation found it.</summary>
/// <param name="Value">OK, ALARM or INSUFFICIENT_DATA.</param>
internal sealed record StateWhy(StateValue Value)
{
    /// <summary>Why, as a sentence; null where an evaluation tells it.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, as JSON, where no evaluation tells it.</summary>
    public string? Data { get; init; }

    /// <summary>What gave the alarm the state, where an evaluation did.</summary>
    public EvaluationRecord? Evaluation { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public string InWords() => Evaluation is null ? Reason! : new MetricReason(Evaluation, Value).Text();

    /// <summary>Why, as JSON; null where nothing is told so.</summary>
    public string? AsJson() => Evaluation is null ? Data : new MetricReason(Evaluation, Value).Data();
}
