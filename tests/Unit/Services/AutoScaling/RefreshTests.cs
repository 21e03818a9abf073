using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Hooks;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.AutoScaling.Operations.Refreshes;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Instance refresh as it goes well. Sources: EC2 Auto Scaling User Guide, "How an instance refresh works in an Auto
/// Scaling group", "Add checkpoints to an instance refresh", "Use an instance refresh with skip matching"; "Instance
/// refresh example events and patterns"; API Reference, RefreshPreferences.
/// </summary>
public sealed class RefreshTests
{
    [Fact]
    public void The_warm_pool_is_replaced_too_and_nothing_stale_is_drawn_from_it()
    {
        var refresh = Refresher.Group(3);
        refresh.Scaler.Put(Warm.Of(min: 3));
        refresh.After(10);
        Assert.Equal("3 Warmed:Stopped", refresh.Scaler.States());
        refresh.Start();
        Assert.Equal(
            (3, 3, 6), (refresh.Now.ProgressDetails!.LivePoolProgress!.InstancesToUpdate!.Value,
                refresh.Now.ProgressDetails.WarmPoolProgress!.InstancesToUpdate!.Value,
                refresh.Now.InstancesToUpdate!.Value));
        refresh.Until(() => refresh.Status == "Successful");
        Assert.Equal((0, 3), (refresh.Of("1"), refresh.Of("2")));
        Assert.Equal(
            (100, 0), (refresh.Now.ProgressDetails!.WarmPoolProgress!.PercentageComplete!.Value,
                refresh.Now.InstancesToUpdate!.Value));
        refresh.After(20);
        Assert.Equal("3 Warmed:Stopped", refresh.Scaler.States());
        Assert.All(refresh.Scaler.Pool(), i => Assert.Equal("2", i.LaunchTemplate!.Version));
    }

    [Fact]
    public void A_rollback_takes_the_new_ones_out_of_the_warm_pool_again()
    {
        var refresh = Refresher.Group(3, request => request with { MaxSize = 5 });
        refresh.Scaler.Put(Warm.Of(min: 2));
        refresh.After(10).Start();
        refresh.Until(() => refresh.Scaler.Pool().Any(i => i.LaunchTemplate!.Version == "2"));
        refresh.RollBack();
        refresh.Until(() => refresh.Status == "RollbackSuccessful");
        refresh.After(20);
        Assert.Equal((3, 0), (refresh.Of("1"), refresh.Of("2")));
        Assert.Equal("2 Warmed:Stopped", refresh.Scaler.States());
        Assert.All(refresh.Scaler.Pool(), i => Assert.Equal("1", i.LaunchTemplate!.Version));
    }

    private const string Queue = "arn:aws:sqs:eu-west-1:123456789012:refreshes";

    // Ten instances. Least and most healthy; what of the old still serves and what comes, in the first minute.
    [Theory]
    [InlineData(null, null, 9, 1)] // 90 and 100 are the default
    [InlineData(80, 100, 8, 2)]
    [InlineData(50, null, 5, 5)]
    [InlineData(0, 100, 0, 10)]
    [InlineData(100, 100, 9, 1)] // one at a time
    [InlineData(100, 110, 10, 1)] // launch before terminating
    [InlineData(100, 200, 10, 10)]
    [InlineData(90, 110, 9, 2)]
    [InlineData(95, 100, 9, 1)] // the minimum is rounded up, so one at a time
    public void How_many_go_at_once_is_what_the_healthy_percentages_allow(int? least, int? most, int old, int coming)
    {
        var group = Refresher.Group(10)
            .Start(new RefreshPreferences { MinHealthyPercentage = least, MaxHealthyPercentage = most });
        group.After(0.25);
        Assert.Equal((old, coming, "InProgress"), (group.Old, group.Coming, group.Status));
        group.Until(() => group.Status == "Successful");
        Assert.Equal((10, 0, 0), (group.Of("2"), group.Old, group.Coming));
        Assert.Equal((100, 0), (group.Now.PercentageComplete, group.Now.InstancesToUpdate));
    }

    [Fact]
    public void The_group_has_the_desired_configuration_only_when_the_refresh_has_succeeded()
    {
        var group = Refresher.Group(4).Start(new() { MinHealthyPercentage = 50, InstanceWarmup = 300 });
        group.After(3);
        Assert.Equal((2, 2), (group.Of("1"), group.Of("2")));
        Assert.Equal("1", group.Scaler.Now().LaunchTemplate!.Version);
        Assert.Equal((0, 4), (group.Now.PercentageComplete, group.Now.InstancesToUpdate));
        Assert.Contains("is still warming up", group.Now.StatusReason, StringComparison.Ordinal);
        group.Scaler.Desire(5);
        group.After(1);
        Assert.Equal((2, 3), (group.Of("1"), group.Of("2"))); // what is scaled out meanwhile is of the new one
        Assert.Equal("ValidationError", group.Scaler.Rig.Refused(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group,
            LaunchTemplate = new() { LaunchTemplateName = Scaler.Template, Version = "1" },
        }));
        group.Until(() => group.Status == "Successful");
        Assert.Equal((5, "2"), (group.Of("2"), group.Scaler.Now().LaunchTemplate!.Version));
        Assert.NotNull(group.Now.EndTime);
        Assert.Contains(group.Scaler.Done, a => a.Cause!.Contains(
            "was taken out of service in response to an instance refresh.", StringComparison.Ordinal));
    }

    [Fact]
    public void Scaling_in_goes_on_during_a_refresh_and_zones_stay_balanced()
    {
        var group = Refresher.Group(9).Start(new() { MinHealthyPercentage = 100, MaxHealthyPercentage = 150 });
        group.After(0.5);
        group.Scaler.Desire(6);
        group.Until(() => group.Status == "Successful");
        Assert.Equal([2, 2, 2], group.Scaler.Spread);
        Assert.Equal(6, group.Of("2"));
    }

    // The example of the guide: ten instances, checkpoints at 20 and 50 percent; then what was and is replaced.
    [Fact]
    public void It_pauses_at_checkpoints_and_ends_at_the_last()
    {
        var group = Refresher.Group(10).Start(new()
        {
            MinHealthyPercentage = 80, CheckpointPercentages = [20, 50], CheckpointDelay = 900, InstanceWarmup = 60,
        });
        group.Until(() => group.Now.PercentageComplete == 20);
        Assert.Equal((8, 2, 3), (group.Old, group.Of("2"), group.Now.InstancesToUpdate));
        group.After(14);
        Assert.Equal(8, group.Old);
        group.After(1.5);
        Assert.True(group.Old < 8);
        group.Until(() => group.Status == "Successful");
        Assert.Equal((5, 5), (group.Old, group.Of("2")));
        Assert.Equal("2", group.Scaler.Now().LaunchTemplate!.Version);
    }

    [Fact]
    public void A_checkpoint_waits_an_hour_unless_it_is_told_otherwise()
    {
        var group = Refresher.Group(2).Start(new() { CheckpointPercentages = [50, 100] });
        Assert.Equal(3600, group.Now.Preferences!.CheckpointDelay);
        group.Until(() => group.Now.PercentageComplete == 50);
        group.After(59);
        Assert.Equal(1, group.Old);
        group.After(10);
        Assert.Equal("Successful", group.Status);
        var none = Refresher.Group(2).Start(new() { CheckpointPercentages = [50, 100], CheckpointDelay = 0 });
        none.After(10);
        Assert.Equal("Successful", none.Status);
    }

    [Fact]
    public void Skip_matching_leaves_what_is_as_wanted()
    {
        var group = Refresher.Group(4).Start(new() { CheckpointPercentages = [50], SkipMatching = true });
        group.Until(() => group.Status == "Successful");
        var kept = group.Scaler.Serving.Where(i => i.LaunchTemplate!.Version == "2").Select(i => i.InstanceId).ToList();
        group.Start(new() { SkipMatching = true });
        group.Until(() => group.Status == "Successful");
        Assert.Equal(4, group.Of("2"));
        Assert.Subset(group.Scaler.Serving.Select(i => i.InstanceId).ToHashSet(), kept.ToHashSet());
        group.Start(new() { SkipMatching = true });
        group.After(0.2);
        Assert.Equal(("Successful", 100), (group.Status, group.Now.PercentageComplete));
        Assert.Equal(3, group.All.Count);
    }

    [Fact]
    public void Without_a_desired_configuration_it_replaces_with_what_the_group_has()
    {
        var group = Refresher.Group(2).Ask(new StartInstanceRefreshRequest { AutoScalingGroupName = Scaler.Group });
        group.Until(() => group.Status == "Successful");
        Assert.Equal((2, 0), (group.Of("1"), group.Old));
        Assert.Null(group.Now.DesiredConfiguration);
    }

    [Fact]
    public void Baking_waits_before_the_refresh_counts_as_done()
    {
        var group = Refresher.Group(1).Start(new() { BakeTime = 1800 });
        group.Until(() => group.Status == "Baking");
        Assert.Equal("1", group.Scaler.Now().LaunchTemplate!.Version);
        group.After(29);
        Assert.Equal("Baking", group.Status);
        group.After(2);
        Assert.Equal(("Successful", "2"), (group.Status, group.Scaler.Now().LaunchTemplate!.Version));
    }

    // What is protected or in standby: the preference; whether it succeeds, and how many of the old are left then.
    [Theory]
    [InlineData(ScaleInProtectedInstances.Refresh, "Successful", 0)]
    [InlineData(ScaleInProtectedInstances.Ignore, "Successful", 1)]
    [InlineData(ScaleInProtectedInstances.Wait, "Failed", 1)]
    [InlineData(null, "Failed", 1)]
    public void Protected_instances_are_replaced_left_or_waited_for_an_hour(
        ScaleInProtectedInstances? preference, string status, int old)
    {
        var group = Refresher.Group(3);
        group.Scaler.Rig.Run(new SetInstanceProtection(), new()
        {
            AutoScalingGroupName = Scaler.Group,
            InstanceIds = [group.Scaler.Serving[0].InstanceId!],
            ProtectedFromScaleIn = true,
        });
        group.Start(new() { ScaleInProtectedInstances = preference, MinHealthyPercentage = 0 });
        group.After(50);
        if (status == "Failed") Assert.Contains("protection", group.Now.StatusReason, StringComparison.Ordinal);
        group.After(20);
        Assert.Equal((status, old), (group.Status, group.Old));
    }

    [Theory]
    [InlineData(StandbyInstances.Terminate, "Successful", 0)]
    [InlineData(StandbyInstances.Ignore, "Successful", 1)]
    [InlineData(StandbyInstances.Wait, "Failed", 1)]
    public void Instances_in_standby_are_ended_left_or_waited_for_an_hour(
        StandbyInstances preference, string status, int left)
    {
        var group = Standing();
        group.Start(new() { StandbyInstances = preference, MinHealthyPercentage = 0 });
        group.After(70);
        Assert.Equal((status, left), (group.Status, group.Scaler.In(LifecycleState.Standby).Count));
        Assert.Equal(2, group.Of("2"));
    }

    [Fact]
    public void An_instance_that_comes_back_from_standby_in_time_is_replaced()
    {
        var group = Standing().Start(new() { MinHealthyPercentage = 0 });
        group.After(30);
        Assert.Equal("InProgress", group.Status);
        group.Scaler.Rig.Run(new ExitStandby(), new()
        {
            AutoScalingGroupName = Scaler.Group,
            InstanceIds = [group.Scaler.In(LifecycleState.Standby)[0].InstanceId!],
        });
        group.After(10);
        Assert.Equal(("Successful", 3), (group.Status, group.Of("2")));
    }

    [Fact]
    public void Hooks_are_waited_for()
    {
        var group = Refresher.Group(1);
        group.Scaler.Rig.Run(new PutLifecycleHook(), new()
        {
            AutoScalingGroupName = Scaler.Group, LifecycleHookName = "hook", HeartbeatTimeout = 7200,
            LifecycleTransition = "autoscaling:EC2_INSTANCE_LAUNCHING", DefaultResult = "CONTINUE",
        });
        group.Start();
        group.After(110);
        Assert.Equal(("InProgress", 1), (group.Status, group.Coming));
        group.After(20);
        Assert.Equal(("Successful", 1), (group.Status, group.Of("2")));
    }

    [Fact]
    public void While_its_process_is_suspended_it_rests_and_does_not_fail()
    {
        var group = Refresher.Group(2);
        group.Scaler.Rig.Run(new SuspendProcesses(), new()
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["InstanceRefresh"],
        });
        group.Start();
        group.After(180);
        Assert.Equal(("Pending", 2), (group.Status, group.Old));
        group.Scaler.Rig.Run(new ResumeProcesses(), new() { AutoScalingGroupName = Scaler.Group });
        group.Until(() => group.Status == "Successful");
    }

    [Fact]
    public void The_event_bus_hears_of_it()
    {
        var group = Refresher.Group(2);
        var rig = group.Scaler.Rig;
        var url = rig.Run(new CreateQueue(), new() { QueueName = "refreshes" }).QueueUrl!;
        rig.Run(new PutRule(), new()
        {
            Name = "refresh",
            EventPattern = """{"detail-type": [{"prefix": "EC2 Auto Scaling Instance Refresh"}]}""",
        });
        rig.Run(new PutTargets(), new() { Rule = "refresh", Targets = [new() { Id = "q", Arn = Queue }] });
        group.Start(new() { CheckpointPercentages = [50, 100], CheckpointDelay = 300 });
        group.Until(() => group.Status == "Successful");
        var told = rig.Run(new ReceiveMessage(), new() { QueueUrl = url, MaxNumberOfMessages = 10 }).Messages!
            .Select(m => JsonDocument.Parse(m.Body!).RootElement)
            .ToDictionary(m => m.GetProperty("detail-type").GetString()![34..], m => m.GetProperty("detail"));
        Assert.Equal(["Checkpoint Reached", "Started", "Succeeded"], told.Keys.Order(StringComparer.Ordinal));
        var reached = told["Checkpoint Reached"];
        Assert.Equal(group.Now.InstanceRefreshId, reached.GetProperty("InstanceRefreshId").GetString());
        Assert.Equal("50", reached.GetProperty("CheckpointPercentage").GetString());
        Assert.Equal("300", reached.GetProperty("CheckpointDelay").GetString());
        Assert.Equal(Scaler.Group, told["Started"].GetProperty("AutoScalingGroupName").GetString());
    }

    [Fact]
    public void The_history_goes_back_six_weeks_page_by_page()
    {
        var group = Refresher.Group(1);
        for (var i = 0; i < 3; i++)
        {
            group.Start(new() { SkipMatching = true });
            group.After(10);
        }

        var ids = group.All.Select(r => r.InstanceRefreshId).ToList();
        var request = new DescribeInstanceRefreshesRequest { AutoScalingGroupName = Scaler.Group, MaxRecords = 2 };
        var page = group.Scaler.Rig.Run(new DescribeInstanceRefreshes(), request);
        var rest = group.Scaler.Rig.Run(
            new DescribeInstanceRefreshes(), request with { NextToken = page.NextToken });
        Assert.Equal(ids, page.InstanceRefreshes!.Concat(rest.InstanceRefreshes!).Select(r => r.InstanceRefreshId));
        Assert.Null(rest.NextToken);
        Assert.Equal(ids[1], Assert.Single(group.Scaler.Rig.Run(
            new DescribeInstanceRefreshes(), request with { InstanceRefreshIds = [ids[1]!] })
            .InstanceRefreshes!).InstanceRefreshId);
        Assert.Equal("InvalidNextToken", group.Scaler.Rig.Refused(
            new DescribeInstanceRefreshes(), request with { NextToken = "x" }));
        group.Scaler.Rig.Advance(TimeSpan.FromDays(42));
        Assert.Empty(group.All);
    }

    [Fact]
    public void Refreshes_of_one_instant_are_told_of_the_newest_first()
    {
        var group = Refresher.Group(1, delays: Delays.None);
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            group.Start(new() { SkipMatching = true });
            group.Scaler.Rig.Advance(TimeSpan.Zero);
            if (group.Status is "Pending" or "InProgress") group.Cancel();
            group.Scaler.Rig.Advance(TimeSpan.Zero);
            ids.Add(group.All.Select(r => r.InstanceRefreshId!).Single(id => !ids.Contains(id)));
        }

        Assert.Equal(ids.AsEnumerable().Reverse(), group.All.Select(r => r.InstanceRefreshId));
    }

    private static Refresher Standing()
    {
        var group = Refresher.Group(3);
        group.Scaler.Rig.Run(new EnterStandby(), new()
        {
            AutoScalingGroupName = Scaler.Group,
            InstanceIds = [group.Scaler.Serving[0].InstanceId!],
            ShouldDecrementDesiredCapacity = true,
        });
        return group;
    }
}
