using System.Collections.Immutable;
using Orrery.Contracts.Alarms;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Does the actions of an alarm whose state changed, and writes down what became of them.</summary>
internal static class AlarmActing
{
    // CloudWatch User Guide, "Using Amazon CloudWatch alarms" (topics; functions).
    private const string ForTopics = "cloudwatch.amazonaws.com";
    private const string ForFunctions = "lambda.alarms.cloudwatch.amazonaws.com";

    /// <summary>Does the actions of the new state.</summary>
    public static void Do(Call call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after)
    {
        if (!alarm.ActionsEnabled) return;
        foreach (var arn in ActionsOf(alarm, after.Value))
            Do(call, alarm, (before, after), arn);
    }

    /// <summary>Tells those that go on with the actions of an alarm that what they foresaw no longer holds.</summary>
    public static void Unforeseen(Call call, AlarmRecord alarm)
    {
        foreach (var arn in alarm.AlarmActions)
            call.PortsOf<IAlarmAction>().FirstOrDefault(port => port.Takes(arn))?.Unforeseen(call, arn);
    }

    private static ImmutableArray<string> ActionsOf(AlarmRecord alarm, StateValue state) => state switch
    {
        StateValue.Ok => alarm.OkActions,
        StateValue.Alarm => alarm.AlarmActions,
        _ => alarm.InsufficientDataActions,
    };

    private static void Do(
        Call call, AlarmRecord alarm, (AlarmStateRecord Before, AlarmStateRecord After) states, string arn)
    {
        var (before, after) = states;
        if (call.PortsOf<IAlarmAction>().FirstOrDefault(port => port.Takes(arn)) is { } port)
        {
            var failure = port.Run(call, ActionRules.ActionOf(alarm, arn, after.Value));
            AlarmHistory.Action(call, alarm, arn, null, failure);
            return;
        }

        var isTopic = ActionRules.ServiceOf(arn) == "sns";
        var body = isTopic
            ? AlarmMessage.Body(call, alarm, before, after)
            : AlarmEvents.ForFunction(call, alarm, before, after);
        var delivery = new Delivery(arn, isTopic ? ForTopics : ForFunctions, alarm.Arn, body)
        {
            Subject = isTopic ? AlarmMessage.Subject(call, alarm, after) : null,
        };
        var obstacle = Destinations.TryDeliver(call, delivery);
        AlarmHistory.Action(call, alarm, arn, isTopic ? body : null, obstacle?.ToString());
    }
}
