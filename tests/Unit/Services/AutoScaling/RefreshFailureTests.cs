using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Refreshes;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Cloudwatch;
using AlarmSpecification = Orrery.Wire.Generated.Autoscaling.AlarmSpecification;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Instance refresh as it fails, is cancelled or rolled back. Sources: EC2 Auto Scaling User Guide, "Undo changes with
/// a rollback", "Cancel an instance refresh"; API Reference, RollbackInstanceRefresh, CancelInstanceRefresh.
/// </summary>
public sealed class RefreshFailureTests
{
    [Fact]
    public void Instances_that_never_become_healthy_let_it_fail_and_the_rest_stays_as_it_was()
    {
        var group = Refresher.Group(4).Start(new() { MinHealthyPercentage = 75, InstanceWarmup = 300 });
        Sicken(group, minutes: 70);
        Assert.Equal("Failed", group.Status);
        Assert.Contains("could be replaced for one hour", group.Now.StatusReason, StringComparison.Ordinal);
        Assert.Equal(3, group.Old);
        Assert.Equal("1", group.Scaler.Now().LaunchTemplate!.Version);
        group.After(20);
        Assert.Equal((4, 3), (group.Of("1"), group.Old)); // what is missing comes as the group is configured
    }

    [Fact]
    public void Missing_capacity_lets_it_fail_after_an_hour()
    {
        var group = Refresher.Group(4);
        foreach (var zone in Scaler.Zones) group.Scaler.Room(zone, 0);
        group.Start(new() { MinHealthyPercentage = 50 });
        group.After(58);
        Assert.Equal(("InProgress", 2), (group.Status, group.Old));
        group.After(5);
        Assert.Equal(("Failed", 2), (group.Status, group.Old));
        Assert.Equal((0, 4), (group.Now.PercentageComplete, group.Now.InstancesToUpdate));
    }

    [Fact]
    public void An_alarm_that_goes_off_lets_it_fail()
    {
        var group = Watched(4, new() { MinHealthyPercentage = 75, InstanceWarmup = 600 });
        group.After(15);
        var old = group.Old;
        Alarm(group, StateValue.Alarm);
        group.After(0.2);
        Assert.Equal(("Failed", old), (group.Status, group.Old));
        Assert.Contains("too-slow", group.Now.StatusReason, StringComparison.Ordinal);
        group.Start(group.Now.Preferences! with { MinHealthyPercentage = 50 });
        group.After(0.2);
        Assert.Equal(("Failed", old), (group.Status, group.Old)); // it is in ALARM from the start
        Alarm(group, StateValue.Ok);
        group.Start(new() { MinHealthyPercentage = 50 });
        group.Until(() => group.Status == "Successful");
    }

    [Fact]
    public void An_alarm_while_it_bakes_rolls_it_back_where_that_is_wanted()
    {
        var group = Watched(3, new() { MinHealthyPercentage = 0, AutoRollback = true, BakeTime = 3600 });
        group.Until(() => group.Status == "Baking");
        Assert.Equal(3, group.Of("2"));
        Alarm(group, StateValue.Alarm);
        group.After(0.1);
        Assert.Equal("RollbackInProgress", group.Status);
        var rollback = group.Now.RollbackDetails!;
        Assert.Equal((100, 0), (rollback.PercentageCompleteOnRollback, rollback.InstancesToUpdateOnRollback));
        Assert.Contains("too-slow", rollback.RollbackReason, StringComparison.Ordinal);
        group.Until(() => group.Status == "RollbackSuccessful");
        Assert.Equal((3, 0), (group.Of("1"), group.Now.PercentageComplete));
        Assert.Equal("1", group.Scaler.Now().LaunchTemplate!.Version);
    }

    [Fact]
    public void A_rollback_replaces_only_what_the_refresh_has_replaced()
    {
        var group = Refresher.Group(10).Start(new() { MinHealthyPercentage = 90, InstanceWarmup = 60 });
        group.Until(() => group.Now.PercentageComplete == 30);
        group.RollBack();
        Assert.Equal("RollbackInProgress", group.Status);
        var old = group.Old;
        Assert.Equal("IrreversibleInstanceRefresh", group.Scaler.Rig.Refused(
            new RollbackInstanceRefresh(), Refresher.Rollback));
        var percents = new List<int>();
        group.Until(() =>
        {
            percents.Add(group.Now.PercentageComplete!.Value);
            return group.Status == "RollbackSuccessful";
        });
        Assert.Equal((10, old), (group.Of("1"), group.Old));
        Assert.Equal(percents.OrderDescending(), percents);
        Assert.Equal(0, percents[^1]);
        Assert.Equal(30, group.Now.RollbackDetails!.PercentageCompleteOnRollback);
        Assert.Equal(7, group.Now.RollbackDetails!.InstancesToUpdateOnRollback);
    }

    [Fact]
    public void A_refresh_that_fails_is_rolled_back_and_a_rollback_fails_too()
    {
        var group = Refresher.Group(4).Start(new() { MinHealthyPercentage = 75, AutoRollback = true });
        group.Until(() => group.Now.PercentageComplete == 50);
        foreach (var zone in Scaler.Zones) group.Scaler.Room(zone, 0);
        group.Until(() => group.Status == "RollbackInProgress", seconds: 60);
        group.Until(() => group.Status == "RollbackFailed", seconds: 60);
        Assert.Equal("1", group.Scaler.Now().LaunchTemplate!.Version);
        foreach (var zone in Scaler.Zones) group.Scaler.Room(zone, null);
        group.After(60);
        Assert.Equal(4, group.Scaler.Serving.Count);
    }

    // The group's version; whether a desired configuration is given; what the rollback is refused with.
    [Theory]
    [InlineData("1", true, null)]
    [InlineData("1", false, "IrreversibleInstanceRefresh")]
    [InlineData("$Latest", true, "IrreversibleInstanceRefresh")]
    [InlineData("$Default", true, "IrreversibleInstanceRefresh")]
    public void A_rollback_needs_a_desired_configuration_and_a_version_to_go_back_to(
        string version, bool isDesired, string? code)
    {
        var group = Refresher.Group(2, request => request with
        {
            LaunchTemplate = new() { LaunchTemplateName = Scaler.Template, Version = version },
        });
        var request = isDesired
            ? Refresher.To2() : new StartInstanceRefreshRequest { AutoScalingGroupName = Scaler.Group };
        if (code is not null)
        {
            Assert.Equal("ValidationError", group.Scaler.Rig.Refused(
                new StartInstanceRefresh(), request with { Preferences = new() { AutoRollback = true } }));
        }

        group.Ask(request).After(0.2);
        if (code is null) group.RollBack();
        else Assert.Equal(code, group.Scaler.Rig.Refused(new RollbackInstanceRefresh(), Refresher.Rollback));
    }

    [Fact]
    public void Cancelling_waits_for_what_comes_and_goes_and_leaves_what_is_done()
    {
        var group = Refresher.Group(4).Start(new() { MinHealthyPercentage = 50 });
        group.After(0.2);
        group.Cancel();
        Assert.Equal("Cancelling", group.Status);
        group.After(5);
        Assert.Equal(("Cancelled", 2, 2), (group.Status, group.Old, group.Of("2")));
        Assert.Equal("Cancelled due to user request.", group.Now.StatusReason);
        Assert.Equal("1", group.Scaler.Now().LaunchTemplate!.Version);
        var none = new CancelInstanceRefreshRequest { AutoScalingGroupName = Scaler.Group };
        Assert.Equal("ActiveInstanceRefreshNotFound", group.Scaler.Rig.Refused(new CancelInstanceRefresh(), none));
        Assert.Equal("ActiveInstanceRefreshNotFound", group.Scaler.Rig.Refused(
            new RollbackInstanceRefresh(), Refresher.Rollback));
    }

    [Fact]
    public void Cancelling_without_waiting_ends_it_at_once_and_what_was_launched_ahead_is_too_much_then()
    {
        var group = Refresher.Group(4).Start(new() { MinHealthyPercentage = 100, MaxHealthyPercentage = 200 });
        group.After(0.2);
        Assert.Equal(4, group.Coming);
        group.Cancel(waits: false);
        Assert.Equal("Cancelled", group.Status);
        group.After(10);
        Assert.Equal((4, 0), (group.Scaler.Serving.Count, group.Coming));
    }

    [Fact]
    public void One_refresh_at_a_time_and_none_of_what_is_not_served()
    {
        var group = Refresher.Group(2);
        Assert.Equal("ValidationError", Refused(new() { Strategy = RefreshStrategy.ReplaceRootVolume }));
        Assert.Equal(
            "ValidationError", Refused(new() { DesiredConfiguration = new() { MixedInstancesPolicy = new() } }));
        Assert.Equal("ValidationError", Refused(new() { DesiredConfiguration = new() }));
        Assert.Equal("ValidationError", Refused(Refresher.To2() with
        {
            DesiredConfiguration = new()
            {
                LaunchTemplate = new() { LaunchTemplateName = Scaler.Template, Version = "9" },
            },
        }));
        Assert.Empty(group.All);
        group.Start();
        Assert.Equal("InstanceRefreshInProgress", Refused(Refresher.To2()));
        Assert.Single(group.All);
        group.Scaler.Rig.Run(new DeleteAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, ForceDelete = true,
        });
        group.After(10);
        group.Scaler.Make(0, 1);
        Assert.Empty(group.All);

        string Refused(StartInstanceRefreshRequest request) => group.Scaler.Rig.Refused(
            new StartInstanceRefresh(), request with { AutoScalingGroupName = Scaler.Group });
    }

    private static RefreshPreferences[] Flawed =>
    [
        new() { MaxHealthyPercentage = 110 },
        new() { MinHealthyPercentage = 0, MaxHealthyPercentage = 110 },
        new() { MinHealthyPercentage = 101 },
        new() { CheckpointPercentages = [50, 20] },
        new() { CheckpointDelay = 60 },
        new() { CheckpointPercentages = [50], CheckpointDelay = 172_801 },
        new() { BakeTime = -1 },
        new() { InstanceWarmup = -1 },
        new() { AlarmSpecification = new() { Alarms = ["no-such-alarm"] } },
        new() { AlarmSpecification = new() { Alarms = [.. Enumerable.Range(0, 11).Select(i => $"a{i}")] } },
    ];

    [Fact]
    public void Preferences_that_cannot_be_are_refused()
    {
        var group = Refresher.Group(1);
        Assert.All(Flawed, preferences => Assert.Equal("ValidationError", group.Scaler.Rig.Refused(
            new StartInstanceRefresh(), Refresher.To2(preferences))));
        Assert.Empty(group.All);
    }

    private static void Sicken(Refresher group, int minutes)
    {
        for (var i = 0; i < minutes && group.Status is ("Pending" or "InProgress"); i++)
        {
            group.After(1);
            foreach (var one in group.Scaler.Serving.Where(i => i.LaunchTemplate!.Version == "2").ToList())
                group.Scaler.Kill(one.InstanceId!);
        }
    }

    private static Refresher Watched(int size, RefreshPreferences preferences)
    {
        var group = Refresher.Group(size);
        group.Scaler.Rig.Run(new PutMetricAlarm(), new()
        {
            AlarmName = "too-slow", Namespace = "App", MetricName = "Latency", Statistic = Statistic.Average,
            Period = 86_400, EvaluationPeriods = 1, Threshold = 1, TreatMissingData = "ignore",
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        });
        Alarm(group, StateValue.Ok);
        return group.Start(preferences with { AlarmSpecification = new AlarmSpecification { Alarms = ["too-slow"] } });
    }

    private static void Alarm(Refresher group, StateValue state) => group.Scaler.Rig.Run(
        new SetAlarmState(), new() { AlarmName = "too-slow", StateValue = state, StateReason = "test" });
}
