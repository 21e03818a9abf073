using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>
/// Counts what could not be delivered, as CloudWatch shows it. Sources: EventBridge User Guide, "Monitoring Amazon
/// EventBridge" (FailedInvocations, InvocationsSentToDlq, InvocationsFailedToBeSentToDlq); EventBridge Scheduler User
/// Guide, "Monitoring with CloudWatch". Other metrics of theirs are not kept.
/// </summary>
internal static class Failures
{
    private const string Unit = "Count";

    /// <summary>Counts a delivery that failed for good.</summary>
    /// <param name="call">The call; metrics are of its account and region.</param>
    /// <param name="scope">The scope of the rule or schedule: a failure elsewhere is not counted.</param>
    /// <param name="attempt">The delivery.</param>
    /// <param name="isKept">Whether the dead-letter queue took it; null where there is none.</param>
    public static void Count(Call call, Scope scope, AttemptRecord attempt, bool? isKept)
    {
        if (call.FindPort<IMetrics>() is not { } metrics || scope != call.Scope) return;
        var isRule = attempt.ScheduledFor is null;
        Put(isRule ? "FailedInvocations" : "InvocationDroppedCount");
        if (isKept is { } kept)
        {
            Put((isRule, kept) switch
            {
                (true, true) => "InvocationsSentToDlq",
                (true, false) => "InvocationsFailedToBeSentToDlq",
                (false, true) => "InvocationsSentToDeadLetterCount",
                (false, false) => "InvocationsFailedToBeSentToDeadLetterCount",
            });
        }

        void Put(string name) => metrics.Put(
            call, new(isRule ? "AWS/Events" : "AWS/Scheduler", name, DimensionsOf(attempt.SourceArn)),
            MetricSample.Of(call.Now, 1), Unit);
    }

    // arn:…:rule/NAME, arn:…:rule/BUS/NAME, arn:…:schedule/GROUP/NAME
    private static IReadOnlyList<MetricDimension> DimensionsOf(string arn) => arn.Split(':', 6)[^1].Split('/') switch
    {
        ["rule", var name] => [new("RuleName", name)],
        ["rule", var bus, var name] => [new("EventBusName", bus), new("RuleName", name)],
        ["schedule", var group, ..] => [new("ScheduleGroup", group)],
        _ => [],
    };
}
