using Orrery.Services.ApplicationAutoScaling.Operations.Schedules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Tests.Unit.Services.ApplicationAutoScaling;

/// <summary>Scheduled actions. Source: Application Auto Scaling User Guide, "Scheduled scaling".</summary>
public sealed class ActionTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void An_action_sets_the_limits_and_the_capacity_follows()
    {
        var plant = Plant.New(3).Register(1, 10);
        Put(plant, Of("up", "at(2026-01-01T02:00:00)", 5, 20));
        plant.Rig.Advance(2 * Hour);
        Assert.Equal((5, 5, 20), (plant.Capacity, plant.Target.MinCapacity!.Value, plant.Target.MaxCapacity!.Value));
        Assert.Equal(
            [
                ("Setting desired count to 5.", "minimum capacity was set to 5"),
                ("Setting min capacity to 5 and max capacity to 20.", "scheduled action name up was triggered"),
            ],
            plant.Done.Select(activity => (activity.Description!, activity.Cause!)));
        Assert.Equal("Successfully set min capacity to 5 and max capacity to 20.", plant.Done[1].StatusMessage);
        Assert.Equal("up", Assert.Single(Told(plant)).ScheduledActionName);
    }

    // Schedule, time zone, start: after how many hours it first runs, from midnight UTC on the first of January.
    [Theory]
    [InlineData("rate(3 hours)", null, null, 3)]
    [InlineData("rate(3 hours)", null, 1, 1)]
    [InlineData("cron(0 9 * * ? *)", null, null, 9)]
    [InlineData("cron(0 9 * * ? *)", "Europe/Berlin", null, 8)]
    [InlineData("cron(0 9 * * ? *)", "Asia/Tokyo", 1, 24)]
    [InlineData("at(2026-01-01T12:00:00)", "Europe/Berlin", null, 11)]
    public void Actions_run_in_their_time_zone_not_before_their_start(
        string schedule, string? zone, int? start, int hours)
    {
        var plant = Plant.New(3).Register(1, 10);
        Put(plant, Of("up", schedule, 5, null) with
        {
            Timezone = zone, StartTime = start is { } s ? Rig.Start.AddHours(s) : null,
        });
        plant.Rig.Advance((hours * Hour) - TimeSpan.FromSeconds(1));
        Assert.Equal(3, plant.Capacity);
        plant.Rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, plant.Capacity);
    }

    [Fact]
    public void An_action_recurs_until_its_end_and_not_while_suspended()
    {
        var plant = Plant.New(3).Register(1, 10);
        Put(plant, Of("up", "rate(1 hour)", 5, null) with { EndTime = Rig.Start.AddHours(3) });
        plant.Rig.Advance(Hour);
        Assert.Equal(5, plant.Capacity);
        plant.Register(Plant.Of(1, null) with { SuspendedState = new() { ScheduledScalingSuspended = true } });
        plant.Rig.Advance(Hour);
        Assert.Equal(1, plant.Target.MinCapacity);
        plant.Register(Plant.Of(null, null) with { SuspendedState = new() { ScheduledScalingSuspended = false } });
        plant.Rig.Advance(Hour);
        Assert.Equal(5, plant.Target.MinCapacity);
        plant.Register(1, null);
        plant.Rig.Advance(5 * Hour);
        Assert.Equal(1, plant.Target.MinCapacity);
    }

    [Fact]
    public void An_action_that_leaves_no_room_fails_and_changes_nothing()
    {
        var plant = Plant.New(3).Register(1, 10);
        Put(plant, Of("up", "rate(1 hour)", 12, null));
        plant.Rig.Advance(Hour);
        Assert.Equal((3, 1), (plant.Capacity, plant.Target.MinCapacity!.Value));
        Assert.Equal(ScalingActivityStatusCode.Failed, plant.Done[0].StatusCode);
        plant.Register(null, 15);
        plant.Rig.Advance(Hour);
        Assert.Equal(12, plant.Capacity);
    }

    [Fact]
    public void An_update_keeps_what_it_does_not_name_but_start_and_end()
    {
        var plant = Plant.New(3).Register(1, 10);
        Put(plant, Of("up", "cron(0 9 * * ? *)", 5, 8) with
        {
            Timezone = "Europe/Berlin", EndTime = Rig.Start.AddDays(3), StartTime = Rig.Start.AddDays(1),
        });
        Put(plant, Of("up", null, null, null));
        var told = Assert.Single(Told(plant));
        Assert.Equal(
            ("cron(0 9 * * ? *)", "Europe/Berlin", null, null, 5, 8),
            (told.Schedule!, told.Timezone!, told.StartTime, told.EndTime,
                told.ScalableTargetAction!.MinCapacity!.Value, told.ScalableTargetAction.MaxCapacity!.Value));
        Assert.StartsWith(
            "arn:aws:autoscaling:eu-west-1:123456789012:scheduledAction:", told.ScheduledActionARN,
            StringComparison.Ordinal);
        Assert.EndsWith(
            ":resource/ecs/service/default/web:scheduledActionName/up", told.ScheduledActionARN,
            StringComparison.Ordinal);
        plant.Rig.Run(new DeleteScheduledAction(), Delete("up"));
        Assert.Empty(Told(plant));
        Assert.Equal("ObjectNotFoundException", plant.Rig.Refused(new DeleteScheduledAction(), Delete("up")));
    }

    [Theory]
    [InlineData("rate(0 hours)", 5, null)]
    [InlineData("cron(0 9 * * *)", 5, null)]
    [InlineData("often", 5, null)]
    [InlineData(null, 5, null)]
    [InlineData("rate(1 hour)", null, null)]
    [InlineData("rate(1 hour)", 5, 4)]
    [InlineData("rate(1 hour)", -1, 4)]
    [InlineData("at(2025-12-31T00:00:00)", 5, null)]
    public void Actions_that_cannot_be_are_refused(string? schedule, int? min, int? max)
    {
        var plant = Plant.New(3).Register(1, 10);
        Assert.Equal("ValidationException", Refused(plant, Of("up", schedule, min, max)));
        Assert.Empty(Told(plant));
    }

    [Fact]
    public void Wrong_zones_ends_and_targets_are_refused()
    {
        var plant = Plant.New(3).Register(1, 10);
        var good = Of("up", "rate(1 hour)", 5, null);
        Assert.Equal("ValidationException", Refused(plant, good with { Timezone = "Mars/Olympus" }));
        Assert.Equal("ValidationException", Refused(plant, good with { EndTime = Rig.Start }));
        Assert.Equal("ObjectNotFoundException", Refused(plant, good with { ResourceId = "service/default/none" }));
    }

    private static PutScheduledActionRequest Of(string name, string? schedule, int? min, int? max) => new()
    {
        ServiceNamespace = ServiceNamespace.Ecs,
        ResourceId = Plant.Id,
        ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        ScheduledActionName = name,
        Schedule = schedule,
        ScalableTargetAction = min is null && max is null ? null : new() { MinCapacity = min, MaxCapacity = max },
    };

    private static DeleteScheduledActionRequest Delete(string name) => new()
    {
        ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
        ScalableDimension = ScalableDimension.EcsServiceDesiredCount, ScheduledActionName = name,
    };

    private static void Put(Plant plant, PutScheduledActionRequest request) =>
        plant.Rig.Run(new PutScheduledAction(), request);

    private static string Refused(Plant plant, PutScheduledActionRequest request) =>
        plant.Rig.Refused(new PutScheduledAction(), request);

    private static IReadOnlyList<ScheduledAction> Told(Plant plant) => plant.Rig.Run(
        new DescribeScheduledActions(), new DescribeScheduledActionsRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs, ResourceId = Plant.Id,
        }).ScheduledActions!;
}
