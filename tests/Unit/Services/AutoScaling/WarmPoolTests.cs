using CsCheck;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.AutoScaling.Operations.WarmPools;
using Orrery.Services.CloudWatch.Operations.Metrics;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Warm pools: size, states, warm starts, return, health and end. Sources: EC2 Auto Scaling User Guide, "Warm pools for
/// Amazon EC2 Auto Scaling" and the pages under it; API Reference, PutWarmPool, DeleteWarmPool.
/// </summary>
public sealed class WarmPoolTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_pool_keeps_what_the_group_may_still_need_stopped()
    {
        var scaler = Scaler.New().Make(0, 10, 6).Put(Warm.Of());
        Assert.Equal("4 Warmed:Stopped", scaler.States());
        Assert.All(scaler.Pool(), i => Assert.Equal(InstanceStateName.Stopped, scaler.Ec2(i.InstanceId!)));
        Assert.All(scaler.Pool(), i => Assert.Equal(Scaler.Template, i.LaunchTemplate!.LaunchTemplateName));
        Assert.Equal([1, 1, 2], scaler.Pool().CountBy(i => i.AvailabilityZone!).Select(z => z.Value).Order());
        var group = scaler.Now();
        Assert.Equal((6, 4), (group.Instances!.Count, group.WarmPoolSize));
        Assert.Equal((0, WarmPoolState.Stopped),
            (group.WarmPoolConfiguration!.MinSize, group.WarmPoolConfiguration.PoolState));
        Assert.StartsWith("Launching a new EC2 instance into warm pool: i-", scaler.Done[0].Description,
            StringComparison.Ordinal);
        var alone = scaler.Rig.Run(new DescribeAutoScalingInstances(), new DescribeAutoScalingInstancesRequest
        {
            InstanceIds = [scaler.Pool()[0].InstanceId!],
        }).AutoScalingInstances!;
        Assert.Equal("Warmed:Stopped", Assert.Single(alone).LifecycleState);
    }

    [Fact]
    public void A_pool_may_hibernate_and_its_instances_awake_when_they_are_needed()
    {
        var scaler = Scaler.New();
        scaler.Rig.Run(new CreateLaunchTemplateVersion(), new CreateLaunchTemplateVersionRequest
        {
            LaunchTemplateName = Scaler.Template,
            SourceVersion = "1",
            LaunchTemplateData = new()
            {
                HibernationOptions = new() { Configured = true },
                BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { Encrypted = true } }],
            },
        });
        scaler.Make(0, 3, 1).Put(Warm.Of(state: WarmPoolState.Hibernated));
        Assert.Equal("2 Warmed:Hibernated", scaler.States());
        Assert.Equal(WarmPoolState.Hibernated, scaler.Told().WarmPoolConfiguration!.PoolState);
        Assert.All(scaler.Pool(), i => Assert.Equal(InstanceStateName.Stopped, scaler.Ec2(i.InstanceId!)));
        var warm = scaler.Pool().Select(i => i.InstanceId!).ToHashSet();
        scaler.Desire(2);
        Assert.Equal("1 Warmed:Hibernated", scaler.States());
        Assert.Single(scaler.Serving, i => warm.Contains(i.InstanceId!));
    }

    [Fact]
    public void What_cannot_hibernate_is_ended_and_the_refusal_told()
    {
        var scaler = Scaler.New().Make(0, 2, 1).Put(Warm.Of(state: WarmPoolState.Hibernated));
        Assert.Empty(scaler.Pool());
        Assert.Contains(scaler.Done, done => done.StatusCode == ScalingActivityStatusCode.Failed
            && done.StatusMessage!.Contains("not launched with hibernation", StringComparison.Ordinal));
        Assert.Single(scaler.Serving);
    }

    [Fact]
    public void A_pool_may_run_and_follows_its_limits()
    {
        var scaler = Scaler.New().Make(0, 10, 6).Put(Warm.Of(prepared: 8, state: WarmPoolState.Running));
        Assert.Equal("2 Warmed:Running", scaler.States());
        scaler.Put(Warm.Of(min: 3, state: WarmPoolState.Running));
        Assert.Equal((3, 8), (scaler.Pool().Count, scaler.Told().WarmPoolConfiguration!.MaxGroupPreparedCapacity));
        scaler.Put(Warm.Of(prepared: -1, state: WarmPoolState.Running));
        Assert.Equal(4, scaler.Pool().Count);
        scaler.Put(Warm.Of(prepared: 0));
        Assert.Empty(scaler.Pool());
        Assert.StartsWith("Terminating EC2 instance from warm pool: i-", scaler.Done[0].Description,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_grows_draws_on_its_pool_before_it_launches()
    {
        var scaler = Scaler.New().Make(0, 4, 1).Put(Warm.Of());
        var warm = scaler.Pool().Select(i => i.InstanceId!).ToHashSet();
        scaler.Desire(3);
        Assert.Equal([1, 1, 1], scaler.Spread);
        Assert.Equal(2, scaler.Serving.Count(i => warm.Contains(i.InstanceId!)));
        Assert.Equal("1 Warmed:Stopped", scaler.States());
        var done = scaler.Done[0];
        Assert.StartsWith(
            "Launching a new EC2 instance from warm pool: i-", done.Description, StringComparison.Ordinal);
        Assert.Contains("increasing the capacity from 1 to 3.", done.Cause, StringComparison.Ordinal);
        scaler.Desire(4);
        Assert.Equal(3, scaler.Serving.Count(i => warm.Contains(i.InstanceId!)));
        Assert.Empty(scaler.Pool());
    }

    [Fact]
    public void A_depleted_pool_lets_the_rest_start_cold_and_is_filled_again()
    {
        var scaler = Scaler.New().Make(0, 6, 1).Put(Warm.Of(min: 2, prepared: 3));
        var warm = scaler.Pool().Select(i => i.InstanceId!).ToHashSet();
        scaler.Desire(5);
        Assert.Equal(5, scaler.Serving.Count);
        Assert.Equal(2, scaler.Serving.Count(i => warm.Contains(i.InstanceId!)));
        Assert.Equal("2 Warmed:Stopped", scaler.States());
    }

    [Fact]
    public void What_is_ready_takes_its_time_as_with_AWS()
    {
        var scaler = Scaler.New(Delays.Aws).Make(0, 2, 1);
        scaler.Rig.Advance(5 * Minute);
        scaler.Put(Warm.Of());
        scaler.Rig.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("1 Warmed:Pending", scaler.States());
        scaler.Rig.Advance(5 * Minute);
        Assert.Equal("1 Warmed:Stopped", scaler.States());
        scaler.Desire(2);
        scaler.Rig.Advance(TimeSpan.FromSeconds(4));
        Assert.Single(scaler.In(LifecycleState.Pending));
        scaler.Rig.Advance(5 * Minute);
        Assert.Equal(2, scaler.Serving.Count);
    }

    [Fact]
    public void Scaling_in_ends_instances_or_gives_them_back()
    {
        var scaler = Scaler.New().Make(0, 4, 3).Put(Warm.Of());
        var before = scaler.Serving.Select(i => i.InstanceId!).ToHashSet();
        scaler.Desire(2);
        Assert.DoesNotContain(scaler.Pool(), i => before.Contains(i.InstanceId!));
        scaler.Put(Warm.Of(reuse: true));
        Assert.True(scaler.Told().WarmPoolConfiguration!.InstanceReusePolicy!.ReuseOnScaleIn);
        scaler.Desire(0);
        Assert.Equal("4 Warmed:Stopped", scaler.States());
        Assert.Equal(2, scaler.Pool().Count(i => before.Contains(i.InstanceId!)));
        Assert.Contains(scaler.Done, a => a.Cause!.Contains("was selected for termination", StringComparison.Ordinal)
            && a.Description!.StartsWith("Returning EC2 instance to warm pool: i-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pool_that_is_full_takes_nothing_back()
    {
        var scaler = Scaler.New().Make(0, 4, 3).Put(Warm.Of(min: 1, prepared: 1, reuse: true));
        scaler.Desire(1);
        Assert.Equal("1 Warmed:Stopped", scaler.States());
        Assert.Single(scaler.Serving);
        Assert.Equal(2, scaler.Done.Count(a => a.Description!.StartsWith("Terminating EC2", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_dies_in_the_pool_is_replaced()
    {
        var scaler = Scaler.New().Make(0, 2, 1).Put(Warm.Of());
        var lost = scaler.Pool()[0].InstanceId!;
        scaler.Kill(lost);
        Assert.NotEqual(lost, Assert.Single(scaler.Pool()).InstanceId);
        Assert.Equal("1 Warmed:Stopped", scaler.States());
        Assert.Contains(scaler.Done, a => a.Description == $"Terminating EC2 instance from warm pool: {lost}");
        var started = scaler.Pool()[0].InstanceId!;
        scaler.Rig.Run(new StartInstances(), new StartInstancesRequest { InstanceIds = [started] });
        Assert.NotEqual(started, Assert.Single(scaler.Pool()).InstanceId);
        Assert.Equal(InstanceStateName.Terminated, scaler.Ec2(started));
    }

    [Fact]
    public void The_volumes_of_what_is_stopped_and_the_checks_of_what_runs_are_examined()
    {
        var scaler = Scaler.New().Make(0, 2, 1).Put(Warm.Of());
        var id = scaler.Pool()[0].InstanceId!;
        scaler.Rig.Do(call => call.Port<IImpairments>().Impair(call, id, CheckKind.Ebs, null, false));
        scaler.Rig.Advance(3 * Minute);
        Assert.NotEqual(id, Assert.Single(scaler.Pool()).InstanceId);
        // The cause as the User Guide writes it.
        Assert.Contains(scaler.Done, a => a.Cause!.EndsWith(
            "an instance was taken out of service in response to EBS volume health check failure.",
            StringComparison.Ordinal));
        scaler.Put(Warm.Of(prepared: 0)).Put(Warm.Of(prepared: -1, state: WarmPoolState.Running));
        var running = scaler.Pool()[0].InstanceId!;
        scaler.Impair(running);
        Assert.Equal("1 Warmed:Running", scaler.States());
        scaler.Rig.Advance(3 * Minute);
        Assert.NotEqual(running, Assert.Single(scaler.Pool()).InstanceId);
    }

    [Fact]
    public void What_a_user_calls_unhealthy_is_replaced_in_the_pool_too()
    {
        var scaler = Scaler.New().Make(Scaler.Of(0, 2, 1) with { HealthCheckGracePeriod = 600 }).Put(Warm.Of());
        var id = scaler.Pool()[0].InstanceId!;
        scaler.Rig.Run(
            new SetInstanceHealth(), new SetInstanceHealthRequest { InstanceId = id, HealthStatus = "Unhealthy" });
        Assert.NotEqual(id, Assert.Single(scaler.Pool()).InstanceId);
    }

    [Fact]
    public void Without_room_to_start_in_a_zone_others_start_and_the_pool_waits_for_room()
    {
        var scaler = Scaler.New().Make(0, 2, 0).Put(Warm.Of());
        var zones = scaler.Pool().Select(i => i.AvailabilityZone!).ToList();
        foreach (var zone in zones) scaler.Room(zone, 0);
        scaler.Desire(1);
        var cold = Assert.Single(scaler.Serving);
        Assert.DoesNotContain(cold.AvailabilityZone!, zones);
        Assert.Contains(scaler.Done, a => a.StatusCode == ScalingActivityStatusCode.Failed
            && a.Description!.StartsWith("Launching a new EC2 instance from warm pool: i-", StringComparison.Ordinal));
        foreach (var zone in Scaler.Zones) scaler.Room(zone, 0);
        scaler.Kill(scaler.Pool()[0].InstanceId!);
        Assert.Empty(scaler.Pool());
        foreach (var zone in Scaler.Zones) scaler.Room(zone, null);
        scaler.Rig.Advance(2 * Minute);
        Assert.Equal("1 Warmed:Stopped", scaler.States());
    }

    [Fact]
    public void Suspended_processes_hold_the_pool_as_it_is()
    {
        var scaler = Scaler.New().Make(0, 3, 1);
        Suspend(scaler, "Launch");
        scaler.Put(Warm.Of());
        Assert.Empty(scaler.Pool());
        Resume(scaler, "Launch");
        Assert.Equal("2 Warmed:Stopped", scaler.States());
        Suspend(scaler, "Terminate");
        scaler.Put(Warm.Of(prepared: 0));
        Assert.Equal(2, scaler.Pool().Count);
        Resume(scaler, "Terminate");
        Assert.Empty(scaler.Pool());
    }

    [Fact]
    public void A_pool_is_deleted_when_it_is_empty_or_by_force()
    {
        var scaler = Scaler.New().Make(0, 3, 1).Put(Warm.Of()).Hook("terminating");
        var delete = new DeleteWarmPoolRequest { AutoScalingGroupName = Scaler.Group };
        Assert.Equal("ResourceInUse", scaler.Rig.Refused(new DeleteWarmPool(), delete));
        scaler.Put(Warm.Of(prepared: 0));
        Assert.Equal("2 Warmed:Terminating:Wait", scaler.States());
        Assert.Equal("ScalingActivityInProgress", scaler.Rig.Refused(new DeleteWarmPool(), delete));
        scaler.Rig.Run(new DeleteWarmPool(), delete with { ForceDelete = true });
        Assert.Null(scaler.Told().WarmPoolConfiguration);
        Assert.Empty(scaler.Pool());
        Assert.Null(scaler.Now().WarmPoolSize);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new DeleteWarmPool(), delete));
        Assert.Single(scaler.Serving);
        scaler.Put(Warm.Of(prepared: 0));
        scaler.Rig.Run(new DeleteWarmPool(), delete);
        Assert.Null(scaler.Now().WarmPoolConfiguration);
    }

    [Fact]
    public void A_pool_that_is_being_deleted_says_so_until_its_instances_are_gone()
    {
        var scaler = Scaler.New(Delays.Aws).Make(0, 2, 1).Put(Warm.Of(state: WarmPoolState.Running));
        scaler.Rig.Advance(5 * Minute);
        Assert.Equal("1 Warmed:Running", scaler.States());
        scaler.Rig.Run(new DeleteWarmPool(), new DeleteWarmPoolRequest
        {
            AutoScalingGroupName = Scaler.Group, ForceDelete = true,
        });
        Assert.Equal(WarmPoolStatus.PendingDelete, scaler.Told().WarmPoolConfiguration!.Status);
        Assert.Equal("1 Warmed:Terminating", scaler.States());
        Assert.Equal("ScalingActivityInProgress", scaler.Rig.Refused(new PutWarmPool(), Warm.Of()));
        scaler.Rig.Advance(5 * Minute);
        Assert.Null(scaler.Told().WarmPoolConfiguration);
        Assert.Single(scaler.Serving);
    }

    [Fact]
    public void A_group_with_a_pool_is_deleted_by_force_with_all_its_instances()
    {
        var scaler = Scaler.New().Make(0, 3, 0).Put(Warm.Of()).Hook("terminating");
        var ids = scaler.Pool().Select(i => i.InstanceId!).ToList();
        var delete = new DeleteAutoScalingGroupRequest { AutoScalingGroupName = Scaler.Group };
        Assert.Equal("ResourceInUse", scaler.Rig.Refused(new DeleteAutoScalingGroup(), delete));
        scaler.Rig.Run(new DeleteAutoScalingGroup(), delete with { ForceDelete = true });
        Assert.Empty(scaler.Rig.Run(new DescribeAutoScalingGroups(), new()).AutoScalingGroups!);
        Assert.All(ids, id => Assert.Equal(InstanceStateName.Terminated, scaler.Ec2(id)));
    }

    [Fact]
    public void Spot_is_refused_and_pool_instances_are_out_of_reach()
    {
        var scaler = Scaler.New().Make(0, 2, 1);
        scaler.Put(Warm.Of());
        scaler.Rig.Run(new CreateLaunchTemplate(), new CreateLaunchTemplateRequest
        {
            LaunchTemplateName = "spot",
            LaunchTemplateData = new()
            {
                ImageId = "ami-0123456789abcdef0",
                InstanceType = InstanceType.T3Micro,
                InstanceMarketOptions = new() { MarketType = MarketType.Spot },
            },
        });
        Assert.Equal("ValidationError", scaler.Rig.Refused(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, LaunchTemplate = new() { LaunchTemplateName = "spot" },
        }));
        scaler.Make(Scaler.Of(0, 1, 0) with
        {
            AutoScalingGroupName = "spot", LaunchTemplate = new() { LaunchTemplateName = "spot" },
        });
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new PutWarmPool(), Warm.Of() with { AutoScalingGroupName = "spot" }));
        var id = scaler.Pool()[0].InstanceId!;
        Assert.Equal("ValidationError", scaler.Rig.Refused(new TerminateInstanceInAutoScalingGroup(), new()
        {
            InstanceId = id, ShouldDecrementDesiredCapacity = false,
        }));
        Assert.Equal("ValidationError", scaler.Rig.Refused(new SetInstanceProtection(), new()
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [id], ProtectedFromScaleIn = true,
        }));
    }

    [Fact]
    public void Metrics_of_a_pool_are_reported_of_groups_that_have_one()
    {
        var scaler = Scaler.New().Make(0, 5, 2);
        scaler.Rig.Run(new EnableMetricsCollection(), new EnableMetricsCollectionRequest
        {
            AutoScalingGroupName = Scaler.Group, Granularity = "1Minute",
        });
        scaler.Rig.Advance(2 * Minute);
        Assert.Empty(Points(scaler, "WarmPoolTotalCapacity"));
        scaler.Put(Warm.Of(min: 1));
        scaler.Rig.Advance(2 * Minute);
        Assert.Equal(
            [1, 3, 0, 0, 3, 3, 5, 5],
            new[]
            {
                "WarmPoolMinSize", "WarmPoolDesiredCapacity", "WarmPoolPendingCapacity", "WarmPoolTerminatingCapacity",
                "WarmPoolWarmedCapacity", "WarmPoolTotalCapacity", "GroupAndWarmPoolDesiredCapacity",
                "GroupAndWarmPoolTotalCapacity",
            }.Select(name => Points(scaler, name)[^1]));
        Assert.Equal(2, Points(scaler, "GroupTotalCapacity")[^1]);
    }

    [Fact]
    public void Whatever_is_asked_pool_and_group_never_have_more_than_may_be_prepared()
    {
        var (drawn, returned) = (0, 0);
        Gen.Select(Gen.Int[0, 3], Gen.Int[-1, 8], Gen.Bool, Gen.Int[0, 6].Array[1, 6]).Sample(
            (min, prepared, reuse, wishes) =>
            {
                var scaler = Scaler.New().Make(0, 6, 0).Put(Warm.Of(min, prepared, reuse: reuse));
                foreach (var wish in wishes)
                {
                    scaler.Desire(wish);
                    var pool = scaler.Pool().Count;
                    var most = prepared < 0 ? 6 : prepared;
                    Assert.Equal(wish, scaler.Serving.Count);
                    Assert.Equal(Math.Max(min, most - wish), Math.Max(pool, min));
                    Assert.True(wish + pool <= Math.Max(most, wish + min));
                }

                drawn += scaler.Done.Count(a => a.Description!.Contains("from warm pool", StringComparison.Ordinal));
                returned += scaler.Done.Count(a => a.Description!.StartsWith("Returning", StringComparison.Ordinal));
            }, iter: 40, threads: 1);
        Assert.True(drawn > 0 && returned > 0);
    }

    private static void Suspend(Scaler scaler, string process) => scaler.Rig.Run(
        new SuspendProcesses(), new SuspendProcessesRequest
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = [process],
        });

    private static void Resume(Scaler scaler, string process) => scaler.Rig.Run(
        new ResumeProcesses(), new ResumeProcessesRequest
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = [process],
        });

    private static double[] Points(Scaler scaler, string metric) =>
    [
        .. scaler.Rig.Run(new GetMetricStatistics(), new()
        {
            Namespace = "AWS/AutoScaling",
            MetricName = metric,
            Dimensions = [new() { Name = "AutoScalingGroupName", Value = Scaler.Group }],
            StartTime = Rig.Start,
            EndTime = scaler.Rig.World.Clock.Now,
            Period = 60,
            Statistics = [Orrery.Wire.Generated.Cloudwatch.Statistic.Average],
        }).Datapoints!.OrderBy(p => p.Timestamp).Select(p => p.Average!.Value),
    ];
}
