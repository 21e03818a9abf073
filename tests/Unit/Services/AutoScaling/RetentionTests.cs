using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Instances that are kept because a hook of their termination was abandoned. Sources: EC2 Auto Scaling User Guide,
/// "Configure instance retention" and "Manage retained instances".
/// </summary>
public sealed class RetentionTests
{
    [Fact]
    public void What_is_abandoned_on_its_way_out_is_kept_beside_the_group_until_a_user_ends_it()
    {
        var scaler = Keeping(2).Hook("terminating");
        var id = scaler.Serving[0].InstanceId!;
        End(scaler, id);
        Assert.Single(scaler.In(LifecycleState.TerminatingWait));
        scaler.Complete(id, "terminating", "ABANDON");
        Assert.Equal(id, Assert.Single(scaler.In(LifecycleState.TerminatingRetained)).InstanceId);
        Assert.Equal(2, scaler.Serving.Count);
        Assert.Equal(InstanceStateName.Running, scaler.Ec2(id));
        End(scaler, id);
        Assert.Equal(InstanceStateName.Terminated, scaler.Ec2(id));
        Assert.Equal(2, scaler.Now().Instances!.Count);
    }

    [Theory]
    [InlineData("ABANDON", 1)]
    [InlineData("CONTINUE", 0)]
    public void A_heartbeat_that_is_missed_keeps_an_instance_where_the_default_is_to_abandon(string result, int kept)
    {
        var scaler = Keeping(1).Hook("terminating", result);
        scaler.Desire(0);
        scaler.Rig.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(kept, scaler.In(LifecycleState.TerminatingRetained).Count);
        Assert.Equal(kept, scaler.Now().Instances!.Count);
    }

    [Fact]
    public void Without_the_policy_or_with_CONTINUE_nothing_is_kept()
    {
        var scaler = Keeping(2).Hook("terminating");
        var id = scaler.Serving[0].InstanceId!;
        scaler.Desire(1);
        var going = scaler.In(LifecycleState.TerminatingWait)[0].InstanceId!;
        scaler.Complete(going, "terminating");
        Assert.Single(scaler.Now().Instances!);
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group,
            InstanceLifecyclePolicy = new()
            {
                RetentionTriggers = new() { TerminateHookAbandon = RetentionAction.Terminate },
            },
        });
        scaler.Desire(0);
        scaler.Complete(scaler.In(LifecycleState.TerminatingWait)[0].InstanceId!, "terminating", "ABANDON");
        Assert.Empty(scaler.Now().Instances!);
        Assert.Equal(InstanceStateName.Terminated, scaler.Ec2(id));
    }

    [Fact]
    public void What_is_kept_and_dies_is_forgotten_and_goes_with_a_group_that_is_deleted_by_force()
    {
        var scaler = Keeping(2).Hook("terminating");
        var ids = scaler.Serving.Select(i => i.InstanceId!).ToList();
        scaler.Desire(0);
        foreach (var id in ids) scaler.Complete(id, "terminating", "ABANDON");
        scaler.Kill(ids[0]);
        Assert.Equal(ids[1], Assert.Single(scaler.In(LifecycleState.TerminatingRetained)).InstanceId);
        var delete = new DeleteAutoScalingGroupRequest { AutoScalingGroupName = Scaler.Group };
        Assert.Equal("ResourceInUse", scaler.Rig.Refused(new DeleteAutoScalingGroup(), delete));
        scaler.Rig.Run(new DeleteAutoScalingGroup(), delete with { ForceDelete = true });
        Assert.Equal(InstanceStateName.Terminated, scaler.Ec2(ids[1]));
    }

    [Fact]
    public void The_pool_keeps_what_is_abandoned_on_its_way_back_or_out()
    {
        var scaler = Keeping(1).Put(Warm.Of(prepared: 1, reuse: true)).Hook("terminating");
        var back = scaler.Serving[0].InstanceId!;
        scaler.Desire(0);
        scaler.Complete(back, "terminating", "ABANDON");
        Assert.Equal("1 Warmed:Pending:Retained 1 Warmed:Stopped", scaler.States());
        var stopped = scaler.Pool().Single(i => i.LifecycleState == LifecycleState.WarmedStopped).InstanceId!;
        scaler.Put(Warm.Of(prepared: 0));
        scaler.Complete(stopped, "terminating", "ABANDON");
        Assert.Equal("1 Warmed:Pending:Retained 1 Warmed:Terminating:Retained", scaler.States());
        End(scaler, back);
        End(scaler, stopped);
        Assert.Empty(scaler.Pool());
    }

    private static Scaler Keeping(int desired)
    {
        var scaler = Scaler.New().Make(Scaler.Of(0, 3, desired) with
        {
            InstanceLifecyclePolicy = new()
            {
                RetentionTriggers = new() { TerminateHookAbandon = RetentionAction.Retain },
            },
        });
        Assert.Equal(
            RetentionAction.Retain, scaler.Now().InstanceLifecyclePolicy!.RetentionTriggers!.TerminateHookAbandon);
        return scaler;
    }

    private static void End(Scaler scaler, string id) => scaler.Rig.Run(
        new TerminateInstanceInAutoScalingGroup(), new TerminateInstanceInAutoScalingGroupRequest
        {
            InstanceId = id, ShouldDecrementDesiredCapacity = false,
        });
}
