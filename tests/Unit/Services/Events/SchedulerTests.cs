using Orrery.Contracts.Delivery;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Scheduler.Groups;
using Orrery.Services.Events.Operations.Scheduler.Schedules;
using Orrery.Services.Events.Operations.Scheduler.Tags;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Tests.Unit.Services.Events;

public sealed class SchedulerTests
{
    private const string Role = "arn:aws:iam::123456789012:role/r";
    private readonly Inbox _inbox = new();
    private readonly Rig _rig;

    public SchedulerTests() => _rig = _inbox.World();

    [Fact]
    public void A_schedule_of_one_instant_invokes_once_and_goes()
    {
        Make("at(2026-01-02T09:00:00)", r => r with
        {
            ScheduleExpressionTimezone = "Europe/Berlin", ActionAfterCompletion = ActionAfterCompletion.Delete,
        });
        _rig.Advance(TimeSpan.FromDays(3));
        Assert.Equal(Rig.Start.AddDays(1).AddHours(8), Assert.Single(_inbox.Got).At);
        Assert.Equal("ResourceNotFoundException", _rig.Refused(new GetSchedule(), new() { Name = "s" }));
    }

    [Fact]
    public void A_rate_begins_at_once_or_at_its_start_and_ends_at_its_end()
    {
        Make("rate(1 hour)", r => r with { EndDate = Rig.Start.AddHours(3) });
        _rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new double[] { 0, 1, 2, 3 }, _inbox.Got.Select(g => (g.At - Rig.Start).TotalHours));
    }

    [Fact]
    public void A_flexible_window_delays_within_it()
    {
        Make("rate(1 hour)", r => r with
        {
            FlexibleTimeWindow = new() { Mode = FlexibleTimeWindowMode.Flexible, MaximumWindowInMinutes = 15 },
        });
        _rig.Advance(TimeSpan.FromHours(10));
        Assert.InRange(_inbox.Got.Count, 10, 11);
        Assert.All(_inbox.Got, g => Assert.InRange((g.At - Rig.Start).TotalMinutes % 60, 0, 15));
        Assert.Contains(_inbox.Got, g => (g.At - Rig.Start).TotalMinutes % 60 > 0);
    }

    [Fact]
    public void Words_of_the_input_stand_for_facts_of_the_invocation()
    {
        Make("rate(1 hour)", r => r with
        {
            Target = r.Target! with
            {
                Input = "<aws.scheduler.scheduled-time> <aws.scheduler.attempt-number> <aws.scheduler.schedule-arn>",
            },
        });
        Assert.Equal(
            "2026-01-01T00:00:00Z 1 arn:aws:scheduler:eu-west-1:123456789012:schedule/default/s",
                Assert.Single(_inbox.Bodies));
    }

    [Fact]
    public void A_schedule_puts_events_on_a_bus()
    {
        _rig.Run(new PutRule(), new() { Name = "r", EventPattern = """{"source":["clock"]}""" });
        _rig.Run(new PutTargets(), new() { Rule = "r", Targets = [new() { Id = "t", Arn = Inbox.Queue }] });
        Make("rate(1 day)", r => r with
        {
            Target = new()
            {
                Arn = "arn:aws:events:eu-west-1:123456789012:event-bus/default", RoleArn = Role, Input = "{\"x\":1}",
                EventBridgeParameters = new() { Source = "clock", DetailType = "tick" },
            },
        });
        Assert.Contains("\"detail\":{\"x\":1}", Assert.Single(_inbox.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_is_dead_lettered_with_the_schedule()
    {
        _inbox.Broken = new(ObstacleKind.NoPermission, "access denied");
        Make("at(2026-01-01T01:00:00)", r => r with
        {
            Target = r.Target! with { RetryPolicy = new() { MaximumRetryAttempts = 0 },
                DeadLetterConfig = new() { Arn = Inbox.Dead } },
        });
        _rig.Advance(TimeSpan.FromHours(2));
        var said = Assert.Single(_inbox.Got).What.Attributes.ToDictionary(a => a.Name, a => a.Text);
        Assert.Equal("NO_PERMISSIONS", said["ERROR_CODE"]);
        Assert.EndsWith("schedule/default/s", said["SCHEDULE_ARN"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_replaced_schedule_goes_by_its_new_expression_and_a_deleted_one_stops()
    {
        Make("cron(0 12 * * ? *)");
        _rig.Run(new UpdateSchedule(), new()
        {
            Name = "s", ScheduleExpression = "cron(0 13 * * ? *)", Target = Target(), FlexibleTimeWindow = Off(),
        });
        _rig.Advance(TimeSpan.FromDays(1));
        Assert.Equal(13, Assert.Single(_inbox.Got).At.Hour);
        Assert.Equal("s", Assert.Single(_rig.Run(new ListSchedules(), new()).Schedules!).Name);
        _rig.Run(new DeleteSchedule(), new() { Name = "s" });
        _rig.Advance(TimeSpan.FromDays(2));
        Assert.Single(_inbox.Got);
    }

    [Fact]
    public void A_group_goes_with_its_schedules()
    {
        var arn = _rig.Run(
            new CreateScheduleGroup(), new() { Name = "g", Tags = [new() { Key = "k",
                Value = "v" }] }).ScheduleGroupArn!;
        _rig.Run(new TagResource(), new() { ResourceArn = arn, Tags = [new() { Key = "l", Value = "w" }] });
        _rig.Run(new UntagResource(), new() { ResourceArn = arn, TagKeys = ["k"] });
        Assert.Equal("l", Assert.Single(_rig.Run(new ListTagsForResource(), new() { ResourceArn = arn }).Tags!).Key);
        Assert.Equal(["default", "g"], _rig.Run(new ListScheduleGroups(), new()).ScheduleGroups!.Select(g => g.Name));
        Make("cron(0 12 * * ? *)", r => r with { GroupName = "g" });
        Assert.Equal(ScheduleGroupState.Active, _rig.Run(new GetScheduleGroup(), new() { Name = "g" }).State);
        _rig.Run(new DeleteScheduleGroup(), new() { Name = "g" });
        _rig.Advance(TimeSpan.FromDays(2));
        Assert.Empty(_inbox.Got);
        Assert.Equal(
            "ResourceNotFoundException", _rig.Refused(new GetSchedule(), new() { Name = "s", GroupName = "g" }));
        Assert.Equal("ConflictException", _rig.Refused(new CreateScheduleGroup(), new() { Name = "default" }));
    }

    [Fact]
    public void What_is_not_valid_or_not_served_is_refused()
    {
        Assert.Equal("ValidationException", Refused("cron(0 12 * * * *)"));
        Assert.Equal(
            "ValidationException", Refused("rate(1 hour)", r => r
                with { ScheduleExpressionTimezone = "Mars/Olympus" }));
        Assert.Equal("ValidationException", Refused("rate(1 hour)", r => r with { EndDate = Rig.Start.AddDays(-1) }));
        Assert.Equal("ValidationException", Refused("rate(1 hour)", r => r
            with { FlexibleTimeWindow = new() { Mode = FlexibleTimeWindowMode.Flexible } }));
        Assert.Equal("ValidationException", Refused("rate(1 hour)", r => r with { Target = Target()
            with { Arn = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage" } }));
        Assert.Equal("ResourceNotFoundException", Refused("rate(1 hour)", r => r with { GroupName = "none" }));
        Make("rate(1 hour)");
        Assert.Equal("ConflictException", Refused("rate(1 hour)"));
    }

    private static Target Target() => new() { Arn = Inbox.Queue, RoleArn = Role };

    private static FlexibleTimeWindow Off() => new() { Mode = FlexibleTimeWindowMode.Off };

    private static CreateScheduleRequest Request(string expression, Func<CreateScheduleRequest,
        CreateScheduleRequest>? with)
    {
        var request = new CreateScheduleRequest
        {
            Name = "s", ScheduleExpression = expression, Target = Target(), FlexibleTimeWindow = Off(),
        };
        return with is null ? request : with(request);
    }

    private void Make(string expression, Func<CreateScheduleRequest, CreateScheduleRequest>? with = null) =>
        _rig.Run(new CreateSchedule(), Request(expression, with));

    private string Refused(string expression, Func<CreateScheduleRequest, CreateScheduleRequest>? with = null) =>
        _rig.Refused(new CreateSchedule(), Request(expression, with));
}
