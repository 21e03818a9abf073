using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Schedules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>Scheduled actions. Source: EC2 Auto Scaling User Guide, "Scheduled scaling".</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void An_action_runs_once_at_its_time_and_is_gone()
    {
        var scaler = Scaler.New().Make(1, 5);
        Put(scaler, new() { ScheduledActionName = "once", StartTime = Rig.Start.AddHours(2), DesiredCapacity = 3 });
        scaler.Rig.Advance(TimeSpan.FromMinutes(119));
        Assert.Single(scaler.Serving);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, scaler.Serving.Count);
        Assert.StartsWith(
            "At 2026-01-01T02:00:00Z a scheduled action update of AutoScalingGroup constraints to min: 1, max: 5, "
                + "desired: "
                + "3 changing the desired capacity from 1 to 3.",
            scaler.Done[0].Cause, StringComparison.Ordinal);
        Assert.Empty(Told(scaler));
    }

    [Fact]
    public void Actions_recur_in_their_time_zone_across_daylight_saving()
    {
        var scaler = Scaler.New().Make(1, 5);
        Put(scaler, new()
        {
            ScheduledActionName = "up", Recurrence = "0 9 * * *", TimeZone = "Europe/Berlin", DesiredCapacity = 3,
        });
        Put(scaler, new()
        {
            ScheduledActionName = "down", Recurrence = "0 18 * * *", TimeZone = "Europe/Berlin", DesiredCapacity = 1,
        });
        Assert.Equal(
            [Rig.Start.AddHours(17), Rig.Start.AddHours(8)], Told(scaler).Select(action => action.StartTime!.Value));
        scaler.Rig.Advance(TimeSpan.FromHours(8));
        Assert.Equal(3, scaler.Serving.Count);
        scaler.Rig.Advance(TimeSpan.FromHours(9));
        Assert.Single(scaler.Serving);
        scaler.Rig.Advance(new DateTimeOffset(2026, 4, 1, 6, 59, 0, TimeSpan.Zero) - scaler.Rig.World.Clock.Now);
        Assert.Single(scaler.Serving);
        scaler.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, scaler.Serving.Count);
    }

    [Fact]
    public void Actions_that_cannot_be_are_refused_and_those_of_a_batch_are_told_of()
    {
        var scaler = Scaler.New().Make(1, 5);
        Assert.Equal("ValidationError", Refused(scaler, new()));
        Assert.Equal("ValidationError", Refused(scaler, new() { DesiredCapacity = 1 }));
        Assert.Equal("ValidationError", Refused(scaler, new() { DesiredCapacity = 1, Recurrence = "often" }));
        Assert.Equal(
            "ValidationError", Refused(scaler, new() { DesiredCapacity = 1, StartTime = Rig.Start.AddDays(-1) }));
        foreach (var negative in new PutScheduledUpdateGroupActionRequest[]
        {
            new() { MinSize = -5, DesiredCapacity = -2 }, new() { MaxSize = -1 }, new() { DesiredCapacity = -1 },
        })
        {
            Assert.Equal("ValidationError", Refused(scaler, negative with { Recurrence = "* * * * *" }));
        }

        var batch = scaler.Rig.Run(new BatchPutScheduledUpdateGroupAction(), new()
        {
            AutoScalingGroupName = Scaler.Group,
            ScheduledUpdateGroupActions =
            [
                new() { ScheduledActionName = "good", Recurrence = "0 9 * * *", DesiredCapacity = 2 },
                new() { ScheduledActionName = "same", Recurrence = "0 9 * * *", DesiredCapacity = 3 },
                new() { ScheduledActionName = "bad", Recurrence = "0 9 * * *" },
            ],
        });
        Assert.Equal(
            [("same", "AlreadyExists"), ("bad", "ValidationError")],
            batch.FailedScheduledUpdateGroupActions!.Select(f => (f.ScheduledActionName!, f.ErrorCode!)));
        var gone = scaler.Rig.Run(new BatchDeleteScheduledAction(), new()
        {
            AutoScalingGroupName = Scaler.Group, ScheduledActionNames = ["good", "none"],
        });
        Assert.Equal("none", Assert.Single(gone.FailedScheduledActions!).ScheduledActionName);
        Assert.Equal("ValidationError", scaler.Rig.Refused(new DeleteScheduledAction(), new()
        {
            AutoScalingGroupName = Scaler.Group, ScheduledActionName = "good",
        }));
    }

    [Fact]
    public void Nothing_runs_while_scheduled_actions_are_suspended()
    {
        var scaler = Scaler.New().Make(1, 5);
        Put(scaler, new() { ScheduledActionName = "up", StartTime = Rig.Start.AddHours(1), DesiredCapacity = 3 });
        scaler.Rig.Run(new SuspendProcesses(), new()
        {
            AutoScalingGroupName = Scaler.Group, ScalingProcesses = ["ScheduledActions"],
        });
        scaler.Rig.Advance(TimeSpan.FromHours(2));
        Assert.Single(scaler.Serving);
    }

    private static void Put(Scaler scaler, PutScheduledUpdateGroupActionRequest request) => scaler.Rig.Run(
        new PutScheduledUpdateGroupAction(), request with { AutoScalingGroupName = Scaler.Group });

    private static string Refused(Scaler scaler, PutScheduledUpdateGroupActionRequest request) => scaler.Rig.Refused(
        new PutScheduledUpdateGroupAction(),
        request with { AutoScalingGroupName = Scaler.Group, ScheduledActionName = "a" });

    private static IReadOnlyList<ScheduledUpdateGroupAction> Told(Scaler scaler) => scaler.Rig.Run(
        new DescribeScheduledActions(), new DescribeScheduledActionsRequest { AutoScalingGroupName = Scaler.Group })
        .ScheduledUpdateGroupActions!;
}
