using System.Text.Json;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Hooks;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Lifecycle hooks. Source: EC2 Auto Scaling User Guide, "How lifecycle hooks work", "Complete a lifecycle action".
/// </summary>
public sealed class HookTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:hooks";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void An_instance_waits_until_the_action_is_completed()
    {
        var scaler = Hooked("launching");
        var waiting = Assert.Single(scaler.In(LifecycleState.PendingWait));
        Assert.Equal(ScalingActivityStatusCode.MidLifecycleAction, scaler.Done[0].StatusCode);
        scaler.Rig.Advance(10 * Minute);
        Complete(scaler, waiting.InstanceId!, "CONTINUE");
        Assert.Equal(waiting.InstanceId, Assert.Single(scaler.Serving).InstanceId);
        Assert.Equal(ScalingActivityStatusCode.Successful, scaler.Done[0].StatusCode);
    }

    [Fact]
    public void An_abandoned_launch_is_ended_and_tried_again()
    {
        var scaler = Hooked("launching");
        var first = scaler.In(LifecycleState.PendingWait)[0].InstanceId!;
        Complete(scaler, first, "ABANDON");
        var second = Assert.Single(scaler.In(LifecycleState.PendingWait)).InstanceId;
        Assert.NotEqual(first, second);
        var abandoned = scaler.Done.First(a => a.StatusCode == ScalingActivityStatusCode.Cancelled);
        Assert.EndsWith(
            "was abandoned: Lifecycle Action Completed with ABANDON Result", abandoned.StatusMessage,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONTINUE", true)]
    [InlineData("ABANDON", false)]
    public void Without_a_heartbeat_the_default_result_comes(string result, bool serves)
    {
        var scaler = Hooked("launching", result);
        var id = scaler.In(LifecycleState.PendingWait)[0].InstanceId!;
        scaler.Rig.Advance(59 * Minute);
        scaler.Rig.Run(new RecordLifecycleActionHeartbeat(), new RecordLifecycleActionHeartbeatRequest
        {
            AutoScalingGroupName = Scaler.Group, LifecycleHookName = "hook", InstanceId = id,
        });
        scaler.Rig.Advance(59 * Minute);
        Assert.Contains(scaler.In(LifecycleState.PendingWait), i => i.InstanceId == id);
        scaler.Rig.Advance(2 * Minute);
        Assert.Equal(serves, scaler.Serving.Any(i => i.InstanceId == id));
        Assert.Equal(serves, scaler.Now().Instances!.Any(i => i.InstanceId == id));
    }

    [Fact]
    public void Heartbeats_do_not_go_on_for_ever()
    {
        var scaler = Hooked("launching", beat: 60);
        var id = scaler.In(LifecycleState.PendingWait)[0].InstanceId!;
        for (var i = 0; i < 120; i++)
        {
            scaler.Rig.Advance(TimeSpan.FromSeconds(59));
            if (scaler.Now().Instances!.All(one => one.InstanceId != id)) break;
            scaler.Rig.Run(new RecordLifecycleActionHeartbeat(), new RecordLifecycleActionHeartbeatRequest
            {
                AutoScalingGroupName = Scaler.Group, LifecycleHookName = "hook", InstanceId = id,
            });
        }

        Assert.DoesNotContain(scaler.Now().Instances!, i => i.InstanceId == id);
        Assert.InRange(scaler.Rig.World.Clock.Now - Rig.Start, TimeSpan.FromMinutes(99), TimeSpan.FromMinutes(101));
    }

    [Fact]
    public void An_instance_that_goes_waits_too_and_the_message_bears_the_token()
    {
        var scaler = Scaler.New();
        var url = scaler.Rig.Run(new CreateQueue(), new() { QueueName = "hooks" }).QueueUrl!;
        scaler.Make(0, 1, 1);
        scaler.Rig.Run(new PutLifecycleHook(), Hook("terminating") with
        {
            NotificationTargetARN = Queue, RoleARN = "arn:aws:iam::123456789012:role/hooks", NotificationMetadata = "m",
        });
        var id = scaler.Serving[0].InstanceId!;
        scaler.Desire(0);
        Assert.Equal(id, Assert.Single(scaler.In(LifecycleState.TerminatingWait)).InstanceId);
        var messages = scaler.Rig
            .Run(new ReceiveMessage(), new() { QueueUrl = url, MaxNumberOfMessages = 10 }).Messages!
            .Select(m => JsonDocument.Parse(m.Body!).RootElement).ToList();
        Assert.Contains(messages, m => m.TryGetProperty("Event", out var e)
            && e.GetString() == "autoscaling:TEST_NOTIFICATION");
        var told = Assert.Single(messages, m => m.TryGetProperty("LifecycleActionToken", out _));
        Assert.Equal(id, told.GetProperty("EC2InstanceId").GetString());
        Assert.Equal("m", told.GetProperty("NotificationMetadata").GetString());
        scaler.Rig.Run(new CompleteLifecycleAction(), new CompleteLifecycleActionRequest
        {
            AutoScalingGroupName = Scaler.Group,
            LifecycleHookName = "hook",
            LifecycleActionToken = told.GetProperty("LifecycleActionToken").GetString(),
            LifecycleActionResult = "CONTINUE",
        });
        Assert.Empty(scaler.Now().Instances!);
    }

    [Fact]
    public void The_event_bus_hears_of_actions_and_of_what_came_of_them()
    {
        var scaler = Scaler.New();
        var url = scaler.Rig.Run(new CreateQueue(), new() { QueueName = "hooks" }).QueueUrl!;
        scaler.Rig.Run(new PutRule(), new() { Name = "all", EventPattern = """{"source": ["aws.autoscaling"]}""" });
        scaler.Rig.Run(new PutTargets(), new() { Rule = "all", Targets = [new() { Id = "q", Arn = Queue }] });
        scaler.Make(Scaler.Of(1, 1) with
        {
            LifecycleHookSpecificationList =
            [
                new() { LifecycleHookName = "hook", LifecycleTransition = "autoscaling:EC2_INSTANCE_LAUNCHING" },
            ],
        });
        Complete(scaler, scaler.In(LifecycleState.PendingWait)[0].InstanceId!, "CONTINUE");
        var kinds = scaler.Rig.Run(new ReceiveMessage(), new() { QueueUrl = url, MaxNumberOfMessages = 10 }).Messages!
            .Select(m => JsonDocument.Parse(m.Body!).RootElement.GetProperty("detail-type").GetString());
        Assert.Equal(
            ["EC2 Instance Launch Successful", "EC2 Instance-launch Lifecycle Action"],
            kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Hooks_are_described_and_deleted_with_what_waits_for_them()
    {
        var scaler = Hooked("launching");
        var told = Assert.Single(scaler.Rig.Run(new DescribeLifecycleHooks(), new DescribeLifecycleHooksRequest
        {
            AutoScalingGroupName = Scaler.Group,
        }).LifecycleHooks!);
        Assert.Equal((3600, 172_800, "ABANDON"), (told.HeartbeatTimeout, told.GlobalTimeout, told.DefaultResult));
        scaler.Rig.Run(new DeleteLifecycleHook(), new DeleteLifecycleHookRequest
        {
            AutoScalingGroupName = Scaler.Group, LifecycleHookName = "hook",
        });
        Assert.Single(scaler.Serving);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new CompleteLifecycleAction(), new()
        {
            AutoScalingGroupName = Scaler.Group, LifecycleHookName = "hook", InstanceId = "i-1",
            LifecycleActionResult = "CONTINUE",
        }));
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new PutLifecycleHook(), Hook("launching") with { HeartbeatTimeout = 29 }));
    }

    [Fact]
    public void A_group_is_deleted_by_force_without_waiting_for_hooks()
    {
        var scaler = Scaler.New().Make(1, 1);
        scaler.Rig.Run(new PutLifecycleHook(), Hook("terminating"));
        scaler.Rig.Run(new DeleteAutoScalingGroup(), new() { AutoScalingGroupName = Scaler.Group, ForceDelete = true });
        Assert.Empty(scaler.Rig.Run(new DescribeAutoScalingGroups(), new DescribeAutoScalingGroupsRequest())
            .AutoScalingGroups!);
    }

    private static Scaler Hooked(string transition, string result = "ABANDON", int beat = 3600)
    {
        var scaler = Scaler.New().Make(0, 1);
        scaler.Rig.Run(
            new PutLifecycleHook(), Hook(transition) with { DefaultResult = result, HeartbeatTimeout = beat });
        scaler.Desire(1);
        return scaler;
    }

    private static PutLifecycleHookRequest Hook(string transition) => new()
    {
        AutoScalingGroupName = Scaler.Group,
        LifecycleHookName = "hook",
        LifecycleTransition = $"autoscaling:EC2_INSTANCE_{transition.ToUpperInvariant()}",
    };

    private static void Complete(Scaler scaler, string id, string result) => scaler.Rig.Run(
        new CompleteLifecycleAction(), new CompleteLifecycleActionRequest
        {
            AutoScalingGroupName = Scaler.Group,
            LifecycleHookName = "hook",
            InstanceId = id,
            LifecycleActionResult = result,
        });
}
