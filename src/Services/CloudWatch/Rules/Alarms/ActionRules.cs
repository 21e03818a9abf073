using Orrery.Contracts.Alarms;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Which actions an alarm may have. Source: botocore documentation of PutMetricAlarm and PutCompositeAlarm,
/// AlarmActions.
/// </summary>
internal static class ActionRules
{
    private static readonly string[] Services =
        ["sns", "lambda", "automate", "swf", "autoscaling", "ssm", "ssm-incidents", "aiops"];

    /// <summary>Refuses an alarm with an action that is none, or that it may not have.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static void Check(ReadCall call, AlarmRecord alarm)
    {
        var states = new[] { (StateValue.Ok, alarm.OkActions), (StateValue.Alarm, alarm.AlarmActions) }
            .Append((StateValue.InsufficientData, alarm.InsufficientDataActions));
        foreach (var (state, actions) in states)
        {
            foreach (var arn in actions)
                Check(call, alarm, arn, state);
        }
    }

    /// <summary>The service in an ARN; empty where it is no ARN.</summary>
    public static string ServiceOf(string arn) => arn.Split(':', 6) is ["arn", _, var service, ..] ? service : "";

    /// <summary>An action as the services that do it are told of it.</summary>
    public static AlarmAction ActionOf(AlarmRecord alarm, string arn, StateValue state)
    {
        var metric = alarm.Watch?.MetricName is null ? null : WatchedMetrics.Of(alarm.Watch).First();
        return new(arn, alarm.Arn, metric, state.ToWire());
    }

    private static void Check(ReadCall call, AlarmRecord alarm, string arn, StateValue state)
    {
        var parts = arn.Split(':', 6);
        if (parts is not ["arn", not "", not "", _, _, not ""])
            throw AlarmErrors.Invalid($"Invalid arn syntax: {arn}");
        var (service, region) = (parts[2], parts[3]);
        if (region.Length > 0 && region != call.Region)
            throw AlarmErrors.Invalid($"Invalid region {region} specified. Only {call.Region} is supported.");
        var touches = service is "automate" or "swf" or "autoscaling";
        if (alarm.Rule is not null && touches)
            throw AlarmErrors.Invalid($"Composite alarms cannot have the action {arn}");
        if (alarm.Watch?.ThresholdMetricId is not null && service == "autoscaling")
            throw AlarmErrors.Invalid("Alarms with a ThresholdMetricId cannot have Auto Scaling actions");
        if (call.PortsOf<IAlarmAction>().FirstOrDefault(port => port.Takes(arn)) is { } port)
        {
            if (port.Obstacle(call, ActionOf(alarm, arn, state)) is { } obstacle)
                throw AlarmErrors.Invalid(obstacle);
            return;
        }

        if (!Services.Contains(service))
            throw AlarmErrors.Invalid($"Invalid arn syntax: {arn}");
        if (service is not ("sns" or "lambda") || !Destinations.Knows(call, arn))
            throw AlarmErrors.NotServed($"the alarm action {arn}");
    }
}
