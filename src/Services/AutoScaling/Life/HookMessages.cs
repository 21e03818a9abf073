using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// Tells who is to act on an instance. Source: EventBridge Events Reference, "EC2 Instance-launch Lifecycle Action";
/// EC2 Auto Scaling User Guide, "Prepare to add a lifecycle hook" (messages to queues and topics).
/// </summary>
internal static class HookMessages
{
    /// <summary>Tells the hook's target and the event bus.</summary>
    public static void Tell(Call call, GroupRecord group, HookRecord hook, (MemberRecord Member, string Token) action)
    {
        if (hook.TargetArn is not null)
        {
            Rules.Tell.Target(call, group, hook, action.Member.Id, JsonTexts.Object(writer =>
            {
                writer.WriteString("Service", "AWS Auto Scaling");
                writer.WriteString("Time", Rules.Tell.Time(call.Now));
                writer.WriteString("RequestId", action.Token);
                writer.WriteString("AccountId", call.Account);
                Common(writer, hook, action);
            }));
        }

        var isLaunch = hook.Transition == Transitions.Launching;
        var kind = $"EC2 Instance-{(isLaunch ? "launch" : "terminate")} Lifecycle Action";
        Rules.Tell.Event(call, group, (kind, action.Member.Id), writer => Common(writer, hook, action));
    }

    private static void Common(Utf8JsonWriter writer, HookRecord hook, (MemberRecord Member, string Token) action)
    {
        writer.WriteString("LifecycleActionToken", action.Token);
        writer.WriteString("AutoScalingGroupName", hook.Group);
        writer.WriteString("LifecycleHookName", hook.Name);
        writer.WriteString("EC2InstanceId", action.Member.Id);
        writer.WriteString("LifecycleTransition", hook.Transition);
        if (hook.Metadata is { } metadata) writer.WriteString("NotificationMetadata", metadata);
        writer.WriteString("Origin", $"{Stages.Origin(action.Member)}");
        writer.WriteString("Destination", $"{Stages.Destination(action.Member)}");
    }
}
