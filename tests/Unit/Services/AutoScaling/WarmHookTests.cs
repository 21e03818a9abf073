using System.Text.Json;
using Orrery.Services.AutoScaling.Operations.Hooks;
using Orrery.Services.AutoScaling.Operations.WarmPools;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Hooks and warm pools. Sources: EC2 Auto Scaling User Guide, "Use lifecycle hooks with a warm pool" and "Warm pool
/// example events and patterns".
/// </summary>
public sealed class WarmHookTests
{
    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:hooks";

    [Fact]
    public void An_instance_waits_on_its_way_into_the_pool_and_again_out_of_it()
    {
        var (scaler, url) = Listening();
        scaler.Make(0, 1, 0).Hook("launching").Put(Warm.Of());
        var id = Assert.Single(scaler.Pool()).InstanceId!;
        Assert.Equal("1 Warmed:Pending:Wait", scaler.States());
        Assert.Equal(InstanceStateName.Running, scaler.Ec2(id));
        Assert.Equal(ScalingActivityStatusCode.MidLifecycleAction, scaler.Done[0].StatusCode);
        scaler.Complete(id, "launching");
        Assert.Equal("1 Warmed:Stopped", scaler.States());
        scaler.Desire(1);
        Assert.Equal(id, Assert.Single(scaler.In(LifecycleState.PendingWait)).InstanceId);
        scaler.Complete(id, "launching");
        Assert.Equal(id, Assert.Single(scaler.Serving).InstanceId);
        Assert.Equal(
            [
                "EC2 Instance Launch Successful EC2>WarmPool",
                "EC2 Instance Launch Successful WarmPool>AutoScalingGroup",
                "EC2 Instance-launch Lifecycle Action EC2>WarmPool",
                "EC2 Instance-launch Lifecycle Action WarmPool>AutoScalingGroup",
            ],
            Heard(scaler, url));
    }

    [Fact]
    public void An_instance_that_comes_back_waits_for_the_hooks_of_terminations()
    {
        var (scaler, url) = Listening();
        scaler.Make(0, 1, 1);
        var id = scaler.Serving[0].InstanceId!;
        scaler.Put(Warm.Of(reuse: true)).Hook("terminating");
        Heard(scaler, url);
        scaler.Desire(0);
        Assert.Equal("1 Warmed:Pending:Wait", scaler.States());
        scaler.Complete(id, "terminating");
        Assert.Equal(id, Assert.Single(scaler.Pool()).InstanceId);
        Assert.Equal("1 Warmed:Stopped", scaler.States());
        Assert.Equal(
            [
                "EC2 Instance Terminate Successful AutoScalingGroup>WarmPool",
                "EC2 Instance-terminate Lifecycle Action AutoScalingGroup>WarmPool",
            ],
            Heard(scaler, url));
        scaler.Put(Warm.Of(prepared: 0));
        Assert.Equal("1 Warmed:Terminating:Wait", scaler.States());
        scaler.Complete(id, "terminating");
        Assert.Empty(scaler.Pool());
        Assert.Equal(
            [
                "EC2 Instance Terminate Successful WarmPool>EC2",
                "EC2 Instance-terminate Lifecycle Action WarmPool>EC2",
            ],
            Heard(scaler, url));
    }

    [Fact]
    public void What_is_abandoned_on_its_way_into_the_pool_ends_and_another_one_comes()
    {
        var scaler = Scaler.New().Make(0, 1, 0).Hook("launching").Put(Warm.Of());
        var first = scaler.Pool()[0].InstanceId!;
        scaler.Complete(first, "launching", "ABANDON");
        Assert.Equal(InstanceStateName.Terminated, scaler.Ec2(first));
        Assert.NotEqual(first, Assert.Single(scaler.Pool()).InstanceId);
        Assert.Contains(scaler.Done, a => a.StatusCode == ScalingActivityStatusCode.Cancelled);
    }

    [Theory]
    [InlineData("CONTINUE", true)]
    [InlineData("ABANDON", false)]
    public void Without_a_heartbeat_the_default_result_comes_in_the_pool_too(string result, bool stays)
    {
        var scaler = Scaler.New().Make(0, 1, 0).Hook("launching", result).Put(Warm.Of());
        var id = scaler.Pool()[0].InstanceId!;
        scaler.Rig.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(stays, scaler.Pool().Any(i => i.InstanceId == id));
        Assert.Equal(stays ? "1 Warmed:Stopped" : "1 Warmed:Pending:Wait", scaler.States());
    }

    [Fact]
    public void What_is_lost_while_it_waits_is_given_up_and_another_one_comes()
    {
        var scaler = Scaler.New().Make(0, 1, 0).Hook("launching").Put(Warm.Of());
        var id = scaler.Pool()[0].InstanceId!;
        scaler.Kill(id);
        Assert.NotEqual(id, Assert.Single(scaler.Pool()).InstanceId);
        Assert.Contains(scaler.Done, a => a.StatusCode == ScalingActivityStatusCode.Failed);
    }

    [Fact]
    public void A_hook_that_is_deleted_abandons_launches_and_lets_terminations_go_on()
    {
        var scaler = Scaler.New().Make(0, 1, 1).Put(Warm.Of(reuse: true)).Hook("terminating");
        var id = scaler.Serving[0].InstanceId!;
        scaler.Desire(0);
        scaler.Rig.Run(new DeleteLifecycleHook(), new DeleteLifecycleHookRequest
        {
            AutoScalingGroupName = Scaler.Group, LifecycleHookName = "terminating",
        });
        Assert.Equal(id, Assert.Single(scaler.Pool()).InstanceId);
        Assert.Equal("1 Warmed:Stopped", scaler.States());
    }

    [Fact]
    public void A_pool_that_is_deleted_by_force_waits_for_no_hook()
    {
        var scaler = Scaler.New().Make(0, 2, 0).Hook("launching").Hook("terminating").Put(Warm.Of());
        Assert.Equal("2 Warmed:Pending:Wait", scaler.States());
        scaler.Rig.Run(new DeleteWarmPool(), new DeleteWarmPoolRequest
        {
            AutoScalingGroupName = Scaler.Group, ForceDelete = true,
        });
        Assert.Empty(scaler.Pool());
        Assert.Null(scaler.Now().WarmPoolConfiguration);
    }

    private static (Scaler Scaler, string Url) Listening()
    {
        var scaler = Scaler.New();
        var url = scaler.Rig.Run(new CreateQueue(), new() { QueueName = "hooks" }).QueueUrl!;
        scaler.Rig.Run(new PutRule(), new() { Name = "all", EventPattern = """{"source": ["aws.autoscaling"]}""" });
        scaler.Rig.Run(new PutTargets(), new() { Rule = "all", Targets = [new() { Id = "q", Arn = Queue }] });
        return (scaler, url);
    }

    // What the bus heard since the last time: the kind, where from and where to.
    private static List<string> Heard(Scaler scaler, string url)
    {
        var heard = new List<string>();
        while (scaler.Rig.Run(new ReceiveMessage(), new() { QueueUrl = url, MaxNumberOfMessages = 10 }).Messages is
            { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                var told = JsonDocument.Parse(message.Body!).RootElement;
                var detail = told.GetProperty("detail");
                heard.Add($"{told.GetProperty("detail-type")} {detail.GetProperty("Origin")}"
                    + $">{detail.GetProperty("Destination")}");
                scaler.Rig.Run(new DeleteMessage(), new() { QueueUrl = url, ReceiptHandle = message.ReceiptHandle });
            }
        }

        return [.. heard.Order(StringComparer.Ordinal)];
    }
}
