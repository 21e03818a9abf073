using Orrery.Contracts.Capacity;
using Orrery.Contracts.Loads;
using Orrery.Contracts.Scaling;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Instances;
using Orrery.Services.AutoScaling.Operations.Policies;
using Orrery.Services.AutoScaling.Operations.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>Why a group has its size: who decided it, from what, and what holds it back.</summary>
public sealed class ExplanationTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Who_made_the_group_decided_its_first_size()
    {
        var why = Explain(Scaler.New().Make(2, 6));
        Assert.Equal((2, 2, 6, 2), (why.Size.Min, why.Size.Desired, why.Size.Max, why.Size.InService));
        Assert.True(why.IsGood);
        Assert.Contains("a user request created", Deep(why.Why), StringComparison.Ordinal);
        Assert.Equal(2, why.Zones.Sum(zone => zone.States.GetValueOrDefault("InService")));
    }

    [Fact]
    public void What_a_user_set_and_what_followed_stays_known()
    {
        var scaler = Scaler.New().Make(0, 6, 1);
        scaler.Rig.Advance(Minute);
        scaler.Desire(4);
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        var why = Explain(scaler);
        Assert.Contains("a user request explicitly set group", Deep(why.Why), StringComparison.Ordinal);
        Assert.Equal([(1, 4), (0, 1)], why.History.Select(one => (one.From, one.To)));
    }

    [Fact]
    public void The_winner_is_told_with_the_metric_that_it_rests_on()
    {
        var scaler = Tracked(maximum: 10);
        var why = Explain(scaler);
        var deep = Deep(why.Why);
        Assert.Contains("the policy track changed it from 1 to", deep, StringComparison.Ordinal);
        Assert.Contains("TargetTracking-asg-AlarmHigh-", deep, StringComparison.Ordinal);
        Assert.Contains("Average CPUUtilization over 60 s", deep, StringComparison.Ordinal);
        Assert.Contains("rounded up", deep, StringComparison.Ordinal);
        Assert.Contains("lazy leaves", deep, StringComparison.Ordinal);
        Assert.True(why.Policies.Single(policy => policy.Name == "track").IsWinner);
        Assert.NotNull(why.Policies.Single(policy => policy.Name == "track").Alarms[0].Value);
    }

    [Fact]
    public void A_group_at_its_maximum_says_what_it_would_want()
    {
        var why = Explain(Tracked(maximum: 1));
        Assert.Equal(1, why.Size.Desired);
        Assert.Contains(why.Obstacles, one => one.Code == "MAX_SIZE" && one.Text.Contains("more than the maximum 1"));
    }

    [Fact]
    public void Suspended_processes_zones_without_room_and_hooks_are_what_holds_it_back()
    {
        var scaler = Scaler.New().Make(0, 6);
        scaler.Room(Scaler.Zones[0], 0);
        scaler.Desire(3);
        var full = Assert.Single(Explain(scaler).Obstacles, one => one.Code == "NO_ROOM");
        Assert.Equal(Scaler.Zones[0], full.Subject);
        Assert.Contains("sufficient t3.micro capacity", Deep(full), StringComparison.Ordinal);
        scaler.Rig.Run(new SuspendProcesses(), new SuspendProcessesRequest
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["Launch"],
        });
        scaler.Desire(5);
        var why = Explain(scaler);
        Assert.False(why.IsGood);
        Assert.Contains(why.Obstacles, one => one is { Code: "SUSPENDED", Subject: "Launch" });
    }

    [Fact]
    public void Protected_instances_are_told_where_too_many_stay()
    {
        var scaler = Scaler.New().Make(0, 6, 3);
        scaler.Rig.Run(new SetInstanceProtection(), new SetInstanceProtectionRequest
        {
            AutoScalingGroupName = Scaler.Group, InstanceIds = [.. scaler.Serving.Select(i => i.InstanceId!)],
            ProtectedFromScaleIn = true,
        });
        scaler.Desire(1);
        Assert.Contains(Explain(scaler).Obstacles, one => one.Code == "PROTECTED");
    }

    [Fact]
    public void A_policy_without_alarm_and_one_in_its_cooldown_say_so()
    {
        var scaler = Scaler.New().Make(1, 6);
        Simple(scaler);
        Assert.Contains(Explain(scaler).Obstacles, one => one is { Code: "NO_ALARM", Subject: "lazy" });
        Assert.Contains(Explain(scaler).Size.Policies, words => words.StartsWith("lazy: ChangeInCapacity 1"));
    }

    [Fact]
    public void A_scheduled_action_can_be_the_winner()
    {
        var scaler = Scaler.New().Make(0, 6);
        scaler.Rig.Run(new PutScheduledUpdateGroupAction(), new PutScheduledUpdateGroupActionRequest
        {
            AutoScalingGroupName = Scaler.Group, ScheduledActionName = "morning", Recurrence = "0 8 * * *",
            DesiredCapacity = 3,
        });
        scaler.Rig.Advance(TimeSpan.FromHours(9));
        Assert.Contains("the scheduled action morning", Explain(scaler).Why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_of_the_past_is_of_what_was()
    {
        var scaler = Scaler.New().Make(0, 6, 1);
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        scaler.Desire(5);
        scaler.Rig.Advance(TimeSpan.FromHours(1));
        var info = new CallInfo(
            new("123456789012", "eu-west-1"), Caller.Root("123456789012"), "test:Test", "request");
        var then = scaler.Rig.World.Query(
            info, call => call.Port<IScalingGroups>().Explain(call, Scaler.Group),
            scaler.Rig.World.AsOf(Services.Rig.Start.AddMinutes(30)));
        Assert.Equal((1, 1), (then.Size.Desired, then.Size.InService));
        Assert.Equal(5, Explain(scaler).Size.Desired);
    }

    [Fact]
    public void There_is_nothing_to_explain_of_a_group_that_is_not()
    {
        var scaler = Scaler.New();
        Assert.Null(scaler.Rig.Ask(call => call.Port<IScalingGroups>().SizeOf(call, "none")));
        Assert.Equal("ValidationError", Services.Rig.Refusal(() => Explain(scaler)));
    }

    [Fact]
    public void A_lost_zone_is_left_and_comes_back_into_balance()
    {
        var scaler = Scaler.New().Make(3, 9);
        Assert.Equal([1, 1, 1], scaler.Spread);
        scaler.Rig.Do(call => call.Port<IZoneFailures>().Fail(call, Scaler.Zones[1], TimeSpan.FromHours(2)));
        scaler.Rig.Advance(10 * Minute);
        Assert.Equal(0, scaler.Spread[1]);
        Assert.Equal(3, scaler.Serving.Count);
        scaler.Rig.Advance(TimeSpan.FromHours(3));
        Assert.Equal([1, 1, 1], scaler.Spread);
    }

    private static GroupExplanation Explain(Scaler scaler) =>
        scaler.Rig.Ask(call => call.Port<IScalingGroups>().Explain(call, Scaler.Group));

    private static string Deep(Reason reason) => string.Join('\n', [reason.Text, .. reason.Because.Select(Deep)]);

    private static void Simple(Scaler scaler) => scaler.Rig.Run(new PutScalingPolicy(), new PutScalingPolicyRequest
    {
        AutoScalingGroupName = Scaler.Group, PolicyName = "lazy", AdjustmentType = "ChangeInCapacity",
        ScalingAdjustment = 1,
    });

    private static Scaler Tracked(int maximum)
    {
        var scaler = Scaler.New().Make(1, maximum);
        foreach (var (name, target) in new[] { ("track", 50.0), ("lazy", 99.9) })
        {
            scaler.Rig.Run(new PutScalingPolicy(), new PutScalingPolicyRequest
            {
                AutoScalingGroupName = Scaler.Group, PolicyName = name, PolicyType = "TargetTrackingScaling",
                TargetTrackingConfiguration = new()
                {
                    TargetValue = target,
                    PredefinedMetricSpecification =
                        new() { PredefinedMetricType = MetricType.ASGAverageCPUUtilization },
                },
            });
        }

        scaler.Rig.Do(call => call.Port<ILoads>().Apply(call,
        [
            new()
            {
                Name = "shop", Targets = [new(Group: Scaler.Group)], Rate = new() { Kind = "constant", Value = 190 },
                Cost = new(CpuSeconds: 0.01, MemoryMb: 0),
            },
        ]));
        scaler.Rig.Advance(5 * Minute);
        return scaler;
    }
}
