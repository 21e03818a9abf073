using CsCheck;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Maintenance policies, and the law of the healthy range. Sources: EC2 Auto Scaling User Guide, "Instance maintenance
/// policy for Auto Scaling group"; API Reference, InstanceMaintenancePolicy.
/// </summary>
public sealed class MaintenancePolicyTests
{
    // Least and most healthy; what serves and what comes after the two minutes in which checks may pass again.
    [Theory]
    [InlineData(null, null, 3, 1)] // it goes first
    [InlineData(100, 125, 4, 1)] // launch before terminating
    [InlineData(75, 100, 3, 1)] // terminate and launch
    [InlineData(50, 150, 3, 1)]
    public void The_policy_says_whether_the_successor_of_an_unhealthy_instance_comes_first(
        int? least, int? most, int serving, int coming)
    {
        var group = Refresher.Group(4, request => least is null ? request : With(request, least.Value, most!.Value));
        var sick = group.Scaler.Serving[0].InstanceId!;
        group.Scaler.Rig.Run(new SetInstanceHealth(), new() { InstanceId = sick, HealthStatus = "Unhealthy" });
        group.After(0.2);
        Assert.Equal((serving, coming), (group.Scaler.Serving.Count, group.Coming));
        group.After(10);
        Assert.Equal((4, 3), (group.Scaler.Serving.Count, group.Old));
    }

    [Fact]
    public void The_successor_has_to_warm_up_before_the_unhealthy_one_goes()
    {
        var group = Refresher.Group(2, request => With(request, 100, 150) with { DefaultInstanceWarmup = 600 });
        var sick = group.Scaler.Serving[0].InstanceId!;
        group.Scaler.Rig.Run(new SetInstanceHealth(), new() { InstanceId = sick, HealthStatus = "Unhealthy" });
        group.After(9);
        Assert.Equal((3, 2), (group.Scaler.Serving.Count, group.Old));
        group.After(3);
        Assert.Equal((2, 1), (group.Scaler.Serving.Count, group.Old));
    }

    [Fact]
    public void What_became_healthy_again_needs_no_successor()
    {
        var group = Refresher.Group(2, request => With(request, 100, 150) with { DefaultInstanceWarmup = 600 });
        var sick = group.Scaler.Serving[0].InstanceId!;
        foreach (var health in (string[])["Unhealthy", "Healthy"])
        {
            group.Scaler.Rig.Run(new SetInstanceHealth(), new() { InstanceId = sick, HealthStatus = health });
            group.After(2);
        }

        group.After(30);
        Assert.Equal(2, group.Scaler.Serving.Count);
    }

    // A day is over for both: whether there are more than two, or fewer, while they are replaced.
    [Theory]
    [InlineData(null, null, 1, 2)]
    [InlineData(100, 150, 2, 3)]
    [InlineData(50, 100, 1, 2)]
    public void The_maximum_lifetime_keeps_to_the_policy(int? least, int? most, int fewest, int highest)
    {
        var group = Refresher.Group(2, request => (least is null ? request : With(request, least.Value, most!.Value))
            with { MaxInstanceLifetime = 86_400 });
        var (low, high) = Watch(group, TimeSpan.FromHours(25));
        Assert.Equal((fewest, highest, 0), (low, high, group.Old));
    }

    [Fact]
    public void A_refresh_takes_the_place_of_the_maximum_lifetime()
    {
        var group = Refresher.Group(2, request => request with { MaxInstanceLifetime = 86_400 });
        group.Scaler.Rig.Advance(TimeSpan.FromHours(23));
        group.Start(new() { CheckpointPercentages = [50, 100], CheckpointDelay = 7200 });
        group.Scaler.Rig.Advance(TimeSpan.FromHours(2));
        Assert.Equal((1, 1), (group.Old, group.Of("2")));
        group.After(30);
        Assert.Equal(("Successful", 2), (group.Status, group.Of("2")));
    }

    [Fact]
    public void A_refresh_keeps_to_the_policy_unless_it_says_otherwise()
    {
        var group = Refresher.Group(4, request => With(request, 100, 200)).Start();
        var told = group.Now.Preferences!;
        Assert.Equal((100, 200), (told.MinHealthyPercentage, told.MaxHealthyPercentage));
        group.After(0.2);
        Assert.Equal((4, 4), (group.Old, group.Coming));
        group.Until(() => group.Status == "Successful");
        group.Start(new() { MinHealthyPercentage = 50, MaxHealthyPercentage = 100 });
        group.After(0.2);
        Assert.Equal((2, 2), (group.Scaler.Serving.Count, group.Coming));
    }

    // Six of one zone, at least 60 percent healthy. Most healthy: the fewest that serve, and the most that there are.
    [Theory]
    [InlineData(null, 6, 10)] // four have to move; they may all be there twice, as the maximum of 12 allows it
    [InlineData(100, 4, 6)] // no room to launch first, so some go first
    [InlineData(150, 6, 9)]
    public void Zones_are_balanced_within_the_policy(int? most, int fewest, int highest)
    {
        var scaler = Refresher.Group(1, request => most is null ? request : With(request, 60, most.Value)).Scaler;
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, MaxSize = 12, DesiredCapacity = 6,
            AvailabilityZones = Scaler.Zones[..1],
        });
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal([6, 0, 0], scaler.Spread);
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, AvailabilityZones = Scaler.Zones,
        });
        var (low, high) = (99, 0);
        for (var i = 0; i < 600; i++)
        {
            scaler.Rig.Advance(TimeSpan.FromSeconds(5));
            (low, high) = (Math.Min(low, scaler.Serving.Count), Math.Max(high, Alive(scaler)));
        }

        Assert.Equal([2, 2, 2], scaler.Spread);
        Assert.Equal((fewest, highest), (low, high));
    }

    [Fact]
    public void A_policy_is_told_changed_and_taken_away()
    {
        var group = Refresher.Group(1, request => With(request, 90, 120));
        Assert.Equal(90, group.Scaler.Now().InstanceMaintenancePolicy!.MinHealthyPercentage);
        Change(new() { MinHealthyPercentage = 50, MaxHealthyPercentage = 150 });
        Assert.Equal(150, group.Scaler.Now().InstanceMaintenancePolicy!.MaxHealthyPercentage);
        foreach (var (least, most) in new (int?, int?)[] { (90, null), (null, 110), (0, 110), (-1, 110), (90, 99) })
        {
            Assert.Equal("ValidationError", group.Scaler.Rig.Refused(new UpdateAutoScalingGroup(), new()
            {
                AutoScalingGroupName = Scaler.Group,
                InstanceMaintenancePolicy = new() { MinHealthyPercentage = least, MaxHealthyPercentage = most },
            }));
        }

        Assert.Equal(50, group.Scaler.Now().InstanceMaintenancePolicy!.MinHealthyPercentage);
        Change(new() { MinHealthyPercentage = -1, MaxHealthyPercentage = -1 });
        Assert.Null(group.Scaler.Now().InstanceMaintenancePolicy);

        void Change(InstanceMaintenancePolicy policy) => group.Scaler.Rig.Run(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, InstanceMaintenancePolicy = policy,
        });
    }

    [Fact]
    public void A_refresh_never_leaves_the_healthy_range_and_ends() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 120]).Sample(
            (size, least, more, warmup) =>
            {
                var most = Math.Clamp(least + more, 100, Math.Min(200, least + 100));
                var group = Refresher.Group(size).Start(new()
                {
                    MinHealthyPercentage = least, MaxHealthyPercentage = most, InstanceWarmup = warmup,
                });
                var floor = ((size * least) + 99) / 100;
                var ceiling = ((size * most) + 99) / 100;
                var one = floor == ceiling ? 1 : 0; // the range leaves no room: one at a time
                group.Until(
                    () =>
                    {
                        if (group.Status == "Successful") return true;
                        Assert.True(group.Scaler.Serving.Count >= floor - one, $"{group.Scaler.Serving.Count} {floor}");
                        Assert.True(Alive(group.Scaler) <= ceiling, $"{Alive(group.Scaler)} of {ceiling}");
                        return false;
                    },
                    seconds: 5);
                Assert.Equal(size, group.Of("2"));
                group.After(10); // zones may be balanced now
                Assert.Equal((size, 0), (group.Of("2"), group.Coming));
            },
            iter: 12, threads: 1);

    [Fact]
    public void Whatever_happens_during_a_refresh_the_group_ends_with_what_it_desires() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 9].Array[1, 8]).Sample(
            (size, least, more, events) =>
            {
                var group = Refresher.Group(size).Start(new()
                {
                    MinHealthyPercentage = least,
                    MaxHealthyPercentage = Math.Clamp(least + more, 100, Math.Min(200, least + 100)),
                    InstanceWarmup = 20 * events[0],
                    AutoRollback = true,
                });
                foreach (var one in events)
                {
                    group.After(0.1 * (one + 1));
                    Happen(group, one, size);
                }

                group.Until(() => group.Now.EndTime is not null, seconds: 60);
                group.After(30);
                Assert.Equal(group.Scaler.Now().DesiredCapacity, group.Scaler.Now().Instances!.Count);
                var version = group.Status == "Successful" ? "2" : "1";
                Assert.Equal(version, group.Scaler.Now().LaunchTemplate!.Version);
                if (group.Status != "Cancelled") Assert.Equal(group.Scaler.Serving.Count, group.Of(version));
            },
            iter: 25, threads: 1);

    private static void Happen(Refresher group, int what, int size)
    {
        var isActive = group.Status is "InProgress" or "Pending";
        switch (what)
        {
            case < 4:
                group.Scaler.Desire((size * what / 2) + 1 > 2 * size ? size : (size * what / 2) + 1);
                break;
            case < 7 when group.Scaler.Serving.Count > 0:
                group.Scaler.Kill(group.Scaler.Serving[what % group.Scaler.Serving.Count].InstanceId!);
                break;
            case 7 when isActive:
                group.RollBack();
                break;
            case 8 when isActive:
                group.Cancel();
                break;
            default:
                break;
        }
    }

    private static (int Low, int High) Watch(Refresher group, TimeSpan time)
    {
        var (low, high) = (int.MaxValue, 0);
        for (var at = TimeSpan.Zero; at < time; at += TimeSpan.FromSeconds(15))
        {
            group.Scaler.Rig.Advance(TimeSpan.FromSeconds(15));
            (low, high) = (Math.Min(low, group.Scaler.Serving.Count), Math.Max(high, Alive(group.Scaler)));
        }

        return (low, high);
    }

    private static int Alive(Scaler scaler) =>
        scaler.Serving.Count + scaler.In(LifecycleState.Pending).Count;

    private static CreateAutoScalingGroupRequest With(CreateAutoScalingGroupRequest request, int least, int most) =>
        request with
        {
            InstanceMaintenancePolicy = new() { MinHealthyPercentage = least, MaxHealthyPercentage = most },
        };
}
