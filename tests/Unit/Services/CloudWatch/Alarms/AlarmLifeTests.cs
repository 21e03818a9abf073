using System.Text.Json;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.CloudWatch.Operations.Tags;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

public sealed class AlarmLifeTests
{
    private const string Arn = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:slow";

    [Fact]
    public void An_alarm_goes_off_tells_its_topic_and_recovers()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm());
        Assert.Equal(StateValue.InsufficientData, rig.Metric().StateValue);
        Assert.Equal("Unchecked: Initial alarm creation", rig.Metric().StateReason);
        rig.Measure(20);
        rig.Advance(60);
        var alarm = rig.Metric();
        Assert.Equal(StateValue.Alarm, alarm.StateValue);
        Assert.Equal(
            "Threshold Crossed: 1 out of the last 1 datapoints [20.0 (01/01/26 00:00:00)] was greater than the "
            + "threshold (10.0) (minimum 1 datapoint for INSUFFICIENT_DATA -> ALARM transition).",
            alarm.StateReason);
        Assert.Equal(Rig.Start.AddMinutes(1), alarm.StateTransitionedTimestamp);
        rig.Measure(5);
        rig.Advance(60);
        Assert.Equal(StateValue.Ok, rig.Metric().StateValue);

        // The data stops: its last point counts until it has left the evaluation range, then nothing is known.
        rig.Advance(600);
        Assert.Equal(StateValue.InsufficientData, rig.Metric().StateValue);
        Assert.Equal("Insufficient Data: 1 datapoint was unknown.", rig.Metric().StateReason);
        Assert.Equal(Rig.Start.AddMinutes(5), rig.Metric().StateTransitionedTimestamp);
        Assert.Equal(
            ["ALARM: \"slow\" in Europe (Ireland)", "OK: \"slow\" in Europe (Ireland)"], rig.Topics.Subjects);
    }

    [Fact]
    public void What_a_topic_is_told_has_the_members_of_AWS()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm());
        rig.Measure(20);
        rig.Advance(60);
        using var body = JsonDocument.Parse(Assert.Single(rig.Topics.Taken).Body);
        var message = body.RootElement;
        Assert.Equal("slow", message.GetProperty("AlarmName").GetString());
        Assert.Equal("123456789012", message.GetProperty("AWSAccountId").GetString());
        Assert.Equal(Arn, message.GetProperty("AlarmArn").GetString());
        Assert.Equal("INSUFFICIENT_DATA", message.GetProperty("OldStateValue").GetString());
        Assert.Equal("2026-01-01T00:01:00.000+0000", message.GetProperty("StateChangeTime").GetString());
        var trigger = message.GetProperty("Trigger");
        Assert.Equal("AVERAGE", trigger.GetProperty("Statistic").GetString());
        Assert.Equal("10.0", trigger.GetProperty("Threshold").GetRawText());
        Assert.Equal("missing", trigger.GetProperty("TreatMissingData").GetString());
    }

    [Fact]
    public void The_history_has_configuration_state_and_action()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm() with { AlarmActions = [AlarmRig.Topic, "arn:aws:sns:eu-west-1:123456789012:gone"] });
        rig.Measure(20);
        rig.Advance(60);
        rig.Rig.Run(new DeleteAlarms(), new() { AlarmNames = ["slow"] });
        var items = rig.History("slow");
        Assert.Equal(
            [
                "Alarm \"slow\" created", "Alarm updated from INSUFFICIENT_DATA to ALARM",
                $"Successfully executed action {AlarmRig.Topic}",
                "Failed to execute action arn:aws:sns:eu-west-1:123456789012:gone", "Alarm \"slow\" deleted",
            ],
            items.Select(item => item.HistorySummary));
        using var state = JsonDocument.Parse(items[1].HistoryData!);
        var data = state.RootElement.GetProperty("newState").GetProperty("stateReasonData");
        Assert.Equal("[20.0]", data.GetProperty("recentDatapoints").GetRawText());
        Assert.Equal("2026-01-01T00:00:00.000+0000", data.GetProperty("startDate").GetString());
        Assert.Equal(1, data.GetProperty("evaluatedDatapoints").GetArrayLength());

        // Kept for 30 days, also of what is deleted.
        rig.Rig.Advance(TimeSpan.FromDays(29));
        Assert.Equal(5, rig.History("slow").Count);
        rig.Rig.Advance(TimeSpan.FromDays(2));
        Assert.Empty(rig.History("slow"));
    }

    [Fact]
    public void History_is_given_by_type_date_and_page()
    {
        var rig = new AlarmRig();
        rig.PutIdle("a", "b");
        for (var i = 0; i < 3; i++)
        {
            rig.Set("a", i % 2 == 0 ? StateValue.Alarm : StateValue.Ok);
            rig.Advance(60);
        }

        var describe = new DescribeAlarmHistory();
        var first = rig.Rig.Run(describe, new() { AlarmName = "a", MaxRecords = 2 });
        Assert.Equal(["Alarm updated from OK to ALARM", "Alarm updated from ALARM to OK"],
            first.AlarmHistoryItems!.Select(item => item.HistorySummary));
        var second = rig.Rig.Run(describe, new() { AlarmName = "a", MaxRecords = 2, NextToken = first.NextToken });
        Assert.Equal(["Alarm updated from INSUFFICIENT_DATA to ALARM", "Alarm \"a\" created"],
            second.AlarmHistoryItems!.Select(item => item.HistorySummary));
        Assert.Null(second.NextToken);
        var states = rig.Rig.Run(describe, new()
        {
            HistoryItemType = HistoryItemType.StateUpdate, StartDate = Rig.Start.AddSeconds(30),
        });
        Assert.Equal(2, states.AlarmHistoryItems!.Count);
        Assert.Equal("InvalidNextToken", rig.Rig.Refused(describe, new() { NextToken = "nonsense" }));
    }

    [Fact]
    public void A_bus_on_which_nobody_hears_is_told_nothing()
    {
        var rig = new AlarmRig();
        rig.Bus.IsHeard = false;
        rig.Put(AlarmRig.Alarm());
        rig.Measure(20);
        rig.Advance(60);
        Assert.Empty(rig.Bus.Taken);
    }

    [Fact]
    public void The_event_bus_is_told_of_states_and_configurations()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm());
        rig.Measure(20);
        rig.Advance(60);
        Assert.Equal(["CloudWatch Alarm Configuration Change", "CloudWatch Alarm State Change"],
            rig.Bus.Taken.Select(each => each.DetailType));
        var occurred = rig.Bus.Taken[1];
        Assert.Equal("aws.cloudwatch", occurred.Source);
        Assert.Equal([Arn], occurred.Resources);
        using var detail = JsonDocument.Parse(occurred.Detail);
        Assert.Equal("ALARM", detail.RootElement.GetProperty("state").GetProperty("value").GetString());
        Assert.Equal(
            "Latency",
            detail.RootElement.GetProperty("configuration").GetProperty("metrics")[0].GetProperty("metricStat")
                .GetProperty("metric").GetProperty("name").GetString());
    }

    [Fact]
    public void A_state_set_by_hand_acts_and_goes_back_at_the_next_evaluation()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm());
        rig.Measure(5);
        rig.Advance(60);
        rig.Set("slow", StateValue.Alarm);
        Assert.Equal(StateValue.Alarm, rig.Metric().StateValue);
        Assert.Contains("ALARM: \"slow\" in Europe (Ireland)", rig.Topics.Subjects);
        rig.Advance(60);
        Assert.Equal(StateValue.Ok, rig.Metric().StateValue);
        Assert.Equal("ResourceNotFound", Rig.Refusal(() =>
        {
            rig.Set("none", StateValue.Ok);
            return null;
        }));
        Assert.Equal("InvalidFormat", rig.Rig.Refused(new SetAlarmState(), new()
        {
            AlarmName = "slow", StateValue = StateValue.Ok, StateReason = "", StateReasonData = "{",
        }));
    }

    [Fact]
    public void Actions_that_are_disabled_are_not_done()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm());
        rig.Rig.Run(new DisableAlarmActions(), new() { AlarmNames = ["slow", "none"] });
        rig.Set("slow", StateValue.Alarm);
        Assert.Empty(rig.Topics.Taken);
        Assert.False(rig.Metric().ActionsEnabled);
        rig.Rig.Run(new EnableAlarmActions(), new() { AlarmNames = ["slow"] });
        rig.Set("slow", StateValue.Ok);
        Assert.Single(rig.Topics.Taken);
    }

    [Fact]
    public void An_update_keeps_the_state_and_replaces_the_rest()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm() with { AlarmDescription = "old", Tags = [new() { Key = "team", Value = "a" }] });
        rig.Measure(20);
        rig.Advance(60);
        rig.Put(AlarmRig.Alarm() with { Threshold = 100, Tags = [new() { Key = "team", Value = "b" }] });
        Assert.Equal(StateValue.Alarm, rig.Metric().StateValue);
        Assert.Null(rig.Metric().AlarmDescription);
        var tags = rig.Rig.Run(new ListTagsForResource(), new ListTagsForResourceRequest { ResourceARN = Arn }).Tags!;
        Assert.Equal("a", Assert.Single(tags).Value);
        rig.Advance(60);
        Assert.Equal(StateValue.Ok, rig.Metric().StateValue);
    }

    [Fact]
    public void EC2_is_told_of_its_actions()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm() with
        {
            AlarmActions = [AlarmRig.Stop], Dimensions = [new() { Name = "InstanceId", Value = "i-1" }],
        });
        rig.Set("slow", StateValue.Alarm);
        var action = Assert.Single(rig.Actions.Taken);
        Assert.Equal(("ALARM", Arn), (action.State, action.AlarmArn));
    }

    [Fact]
    public void Nothing_ticks_while_nothing_happens()
    {
        var rig = new AlarmRig();
        rig.Put(AlarmRig.Alarm());
        rig.Measure(20);
        rig.Rig.Advance(TimeSpan.FromHours(1));
        var before = rig.Rig.World.Current.Sequence;
        rig.Rig.Advance(TimeSpan.FromDays(7));
        Assert.InRange(rig.Rig.World.Current.Sequence - before, 0, 40);
    }
}
