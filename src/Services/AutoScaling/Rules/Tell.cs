using System.Globalization;
using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Tells topics and the event bus what became of activities. Source: EC2 Auto Scaling User Guide, "Amazon SNS
/// notification options" and "Successful and unsuccessful events". Subjects are those of messages that users published;
/// that of a failed termination is guessed.
/// </summary>
internal static class Tell
{
    private const string Principal = "autoscaling.amazonaws.com";

    /// <summary>Tells of an activity that ended.</summary>
    /// <param name="call">The call.</param>
    /// <param name="group">The group.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="launch">Whether it launched an instance, rather than ended one.</param>
    public static void Ended(Call call, GroupRecord group, ActivityRecord activity, bool launch)
    {
        var isGood = activity.Status == ScalingActivityStatusCode.Successful;
        var type = $"autoscaling:EC2_INSTANCE_{(launch ? "LAUNCH" : "TERMINATE")}{(isGood ? "" : "_ERROR")}";
        foreach (var topic in group.Notifications.Where(n => n.Type == type))
        {
            Destinations.TryDeliver(call, new(
                topic.TopicArn, Principal, group.Arn, Message(call, activity, type))
            {
                Role = group.RoleArn,
                Subject = $"Auto Scaling: {(isGood ? "" : "failed ")}{(launch ? "launch" : "termination")} for group "
                    + $"\"{group.Name}\"",
            });
        }

        var kind = $"EC2 Instance {(launch ? "Launch" : "Terminate")} {(isGood ? "Successful" : "Unsuccessful")}";
        Event(call, group, (kind, activity.InstanceId), writer =>
        {
            Common(writer, activity);
            writer.WriteString("Description", activity.Description);
            writer.WriteString("RequestId", activity.Id);
            writer.WriteString("EC2InstanceId", activity.InstanceId ?? "");
            writer.WriteString(
                "Origin", $"{activity.Origin ?? (launch ? Whereabouts.EC2 : Whereabouts.AutoScalingGroup)}");
            writer.WriteString(
                "Destination",
                $"{activity.Destination ?? (launch ? Whereabouts.AutoScalingGroup : Whereabouts.EC2)}");
        });
    }

    /// <summary>
    /// Tells a topic or a queue that it will be told: with the role of a hook, or else the group's, which is linked to
    /// the service. Source: EC2 Auto Scaling User Guide, "Service-linked roles for Amazon EC2 Auto Scaling".
    /// </summary>
    public static DeliveryObstacle? Test(Call call, GroupRecord group, string arn, string? role = null) =>
        Destinations.TryDeliver(call, new(arn, Principal, group.Arn, JsonTexts.Object(writer =>
        {
            writer.WriteString("AccountId", call.Account);
            writer.WriteString("RequestId", Uuids.New(call));
            writer.WriteString("AutoScalingGroupARN", group.Arn);
            writer.WriteString("AutoScalingGroupName", group.Name);
            writer.WriteString("Service", "AWS Auto Scaling");
            writer.WriteString("Event", "autoscaling:TEST_NOTIFICATION");
            writer.WriteString("Time", Time(call.Now));
        }))
        {
            Subject = $"Auto Scaling: test notification for group \"{group.Name}\"",
            Role = role ?? group.RoleArn,
        });

    /// <summary>Tells the target of a hook something, with the hook's role.</summary>
    public static void Target(Call call, GroupRecord group, HookRecord hook, string instance, string message)
    {
        var action = hook.Transition == Transitions.Launching ? "LAUNCHING" : "TERMINATING";
        Destinations.TryDeliver(call, new(hook.TargetArn!, Principal, group.Arn, message)
        {
            Role = hook.RoleArn ?? group.RoleArn,
            Subject = $"Auto Scaling:  Lifecycle action '{action}' for instance {instance} in progress.",
        });
    }

    /// <summary>Puts an event of a group on the bus.</summary>
    public static void Event(
        Call call, GroupRecord group, (string Kind, string? Instance) what, Action<Utf8JsonWriter> detail)
    {
        if (call.FindPort<IEventBus>() is not { } bus || !bus.Hears(call, call.Scope)) return;
        IReadOnlyList<string> resources = what.Instance is { } id
            ? [group.Arn, $"arn:aws:ec2:{call.Region}:{call.Account}:instance/{id}"]
            : [group.Arn];
        bus.Put(call, new(call.Scope, "aws.autoscaling", what.Kind, resources, JsonTexts.Object(detail)));
    }

    /// <summary>An instant as messages write it.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Message(Call call, ActivityRecord activity, string type) => JsonTexts.Object(writer =>
    {
        writer.WriteNumber("Progress", activity.Progress);
        writer.WriteString("AccountId", call.Account);
        writer.WriteString("Description", activity.Description);
        writer.WriteString("RequestId", activity.Id);
        writer.WriteString("AutoScalingGroupARN", activity.GroupArn);
        Common(writer, activity);
        writer.WriteString("Service", "AWS Auto Scaling");
        writer.WriteString("Time", Time(call.Now));
        writer.WriteString("EC2InstanceId", activity.InstanceId ?? "");
        writer.WriteString("Event", type);
    });

    private static void Common(Utf8JsonWriter writer, ActivityRecord activity)
    {
        writer.WriteString("AutoScalingGroupName", activity.Group);
        writer.WriteString("ActivityId", activity.Id);
        writer.WriteString("Cause", activity.Cause);
        writer.WriteString("StartTime", Time(activity.Start));
        writer.WriteString("EndTime", Time(activity.End ?? activity.Start));
        writer.WriteString("StatusCode", activity.Status == ScalingActivityStatusCode.Successful
            ? "InProgress" : activity.Status.ToWire());
        writer.WriteString("StatusMessage", activity.Message ?? "");
        writer.WritePropertyName("Details");
        writer.WriteStartObject();
        writer.WriteString("Subnet ID", activity.SubnetId ?? "");
        writer.WriteString("Availability Zone", activity.Zone ?? "");
        writer.WriteEndObject();
    }
}
