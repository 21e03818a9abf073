using System.Text.Json;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

/// <summary>Why alarms have their states: kept as what was seen, put into words when somebody asks.</summary>
public sealed class AlarmReasonTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_point_that_decides_is_named_however_far_back_it_lies()
    {
        var points = Enumerable.Range(0, 102).Select(i => Point(i, i == 20 ? 15 : 1)).ToList();
        var text = Kept(Seen(100, 1, new(Verdict.Alarm, points, 100, null), StateValue.Ok), StateValue.Alarm).Text();
        Assert.Equal(
            "Threshold Crossed: 1 out of the last 100 datapoints [15.0 (01/01/26 00:20:00)] was greater than the "
            + "threshold (10.0) (minimum 1 datapoint for OK -> ALARM transition).",
            text);
    }

    [Fact]
    public void Of_many_points_that_decide_the_five_newest_are_named()
    {
        var points = Enumerable.Range(0, 42).Select(i => Point(i, i is 41 or < 40 and > 2 ? 15 : 1)).ToList();
        var seen = Kept(Seen(40, 30, new(Verdict.Alarm, points, 40, null), StateValue.Ok), StateValue.Alarm);
        Assert.StartsWith(
            "Threshold Crossed: 38 out of the last 40 datapoints [15.0 (01/01/26 00:41:00), 15.0 (01/01/26 00:39:00), "
            + "15.0 (01/01/26 00:38:00), 15.0 (01/01/26 00:37:00), 15.0 (01/01/26 00:36:00), ...] were greater than",
            seen.Text(),
            StringComparison.Ordinal);
        using var data = JsonDocument.Parse(seen.Data());
        Assert.Equal(30, data.RootElement.GetProperty("recentDatapoints").GetArrayLength());
        Assert.Equal(30, data.RootElement.GetProperty("evaluatedDatapoints").GetArrayLength());
    }

    [Fact]
    public void Periods_that_were_looked_at_in_vain_are_told_without_a_value()
    {
        var points = new[] { Point(0, 15), Point(1, double.NaN), Point(2, 15), Point(3, double.NaN), Point(4, 15) };
        var seen = Kept(Seen(3, 3, new(Verdict.Alarm, points, 5, null), StateValue.Ok), StateValue.Alarm);
        using var data = JsonDocument.Parse(seen.Data());
        Assert.Equal("[15.0,15.0,15.0]", data.RootElement.GetProperty("recentDatapoints").GetRawText());
        Assert.Equal(
            [true, false, true, false, true],
            data.RootElement.GetProperty("evaluatedDatapoints").EnumerateArray()
                .Select(point => point.TryGetProperty("value", out _)));
    }

    [Fact]
    public void What_was_written_down_in_words_is_told_so()
    {
        var state = JsonSerializer.Deserialize(
            """
            {"name":"slow","value":"Alarm","reason":"by hand","reasonData":"{\"a\":1}",
            "updated":"2026-01-01T00:00:00+00:00","transitioned":"2026-01-01T00:00:00+00:00","items":3}
            """,
            AlarmJson.Default.AlarmStateRecord)!;
        Assert.Equal(("by hand", "{\"a\":1}"), (state.Why.InWords(), state.Why.AsJson()));
        var item = JsonSerializer.Deserialize(
            """
            {"key":"slow\u001f0639","name":"slow","alarmType":"MetricAlarm","at":"2026-01-01T00:00:00+00:00",
            "type":"StateUpdate","summary":"Alarm updated from OK to ALARM","data":"{\"version\":\"1.0\"}"}
            """,
            AlarmJson.Default.HistoryRecord)!;
        Assert.Equal(
            ("Alarm updated from OK to ALARM", "{\"version\":\"1.0\"}"),
            (HistoryText.Summary(item), HistoryText.Data(item)));
    }

    private static WatchPoint Point(int minute, double value) =>
        new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToUnixTimeSeconds(), value, 1);

    private static EvaluationRecord Seen(int periods, int needed, AlarmLook look, StateValue from) => Evaluations.Of(
        new()
        {
            Namespace = "App",
            MetricName = "Load",
            Statistic = Statistic.Average,
            Period = 60,
            EvaluationPeriods = periods,
            DatapointsToAlarm = needed,
            Threshold = 10,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        },
        look, from, At);

    /// <summary>As it comes back from the store.</summary>
    private static MetricReason Kept(EvaluationRecord seen, StateValue to)
    {
        var state = new AlarmStateRecord
        {
            Name = new("slow"), Value = to, Evaluation = seen, Updated = At, Transitioned = At,
        };
        var json = JsonSerializer.Serialize(state, AlarmJson.Default.AlarmStateRecord);
        return new(JsonSerializer.Deserialize(json, AlarmJson.Default.AlarmStateRecord)!.Evaluation!, to);
    }
}
