using System.Text.Json;
using CsCheck;
using Orrery.Contracts.Metrics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch;
using Orrery.Services.CloudWatch.Rules.Reading;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

/// <summary>
/// Alarms look ahead and sleep; their twin evaluates at every instant of evaluation, the slow and obvious way. Both
/// must have the same history.
/// </summary>
public sealed class AlarmTwinTests
{
    private static readonly Gen<PutMetricAlarmRequest> Alarms =
        from period in Gen.OneOfConst(60, 120, 300)
        from periods in Gen.Int[1, 4]
        from needed in Gen.Int[1, periods]
        from threshold in Gen.Int[3, 14]
        from missing in Gen.OneOfConst("missing", "ignore", "breaching", "notBreaching")
        from comparison in Gen.OneOfConst(
            ComparisonOperator.GreaterThanThreshold, ComparisonOperator.LessThanOrEqualToThreshold)
        from statistic in Gen.OneOfConst(Statistic.Average, Statistic.Maximum, Statistic.SampleCount)
        select new PutMetricAlarmRequest
        {
            AlarmName = "twin",
            Period = period,
            EvaluationPeriods = periods,
            DatapointsToAlarm = needed,
            Threshold = threshold,
            TreatMissingData = missing,
            ComparisonOperator = comparison,
            Statistic = statistic,
        };

    private static readonly Gen<(int Seconds, int What, int Value)[]> Steps =
        Gen.Select(Gen.Int[1, 4000], Gen.Int[0, 9], Gen.Int[0, 16]).Array[2, 12];

    [Fact]
    public void An_alarm_on_a_source_has_the_history_of_its_naive_twin()
    {
        var changes = 0;
        Gen.Select(Alarms, Steps).Sample(
            (alarm, steps) =>
            {
                var source = new Weather();
                var asked = alarm with { Namespace = "AWS/Weather", MetricName = "Heat" };
                var rig = new AlarmRig(source);
                var ports = Ports.None.Also<IMetricSource>(source);
                var twin = new Twin(Rig.Of([CloudWatchService.Registration], ports), asked);
                rig.Put(asked);
                foreach (var (seconds, what, value) in steps)
                {
                    rig.Advance(seconds * (what == 0 ? 60 : 1));
                    twin.Advance(seconds * (what == 0 ? 60 : 1));
                    if (what < 2)
                    {
                        rig.Set("twin", (StateValue)(value % 3));
                        twin.State = (StateValue)(value % 3);
                        continue;
                    }

                    rig.Rig.Do(call =>
                    {
                        source.Turn(call.Now, value);
                        call.Port<IMetrics>().Changed(call, "AWS/Weather");
                        return true;
                    });
                }

                rig.Advance(90_000);
                twin.Advance(90_000);
                Assert.Equal(twin.Heard, Heard(rig));
                Interlocked.Add(ref changes, twin.Heard.Count);
            },
            iter: 60);
        Assert.True(changes > 200, $"{changes} changes are too few to prove anything");
    }

    [Fact]
    public void An_alarm_on_data_that_is_put_has_the_history_of_its_naive_twin()
    {
        var changes = 0;
        Gen.Select(Alarms, Steps).Sample(
            (alarm, steps) =>
            {
                var asked = alarm with { Namespace = Points.Namespace, MetricName = "Latency" };
                var rig = new AlarmRig();
                var twin = new Twin(Rig.Of(CloudWatchService.Registration), asked);
                rig.Put(asked);
                foreach (var (seconds, what, value) in steps)
                {
                    var wait = what < 8 ? seconds / 10 : seconds;
                    rig.Advance(wait);
                    twin.Advance(wait);
                    var at = rig.Rig.Ask(call => call.Now).AddSeconds(what switch
                    {
                        0 => -seconds,
                        1 => seconds,
                        _ => 0,
                    });
                    rig.Rig.Put(at, value);
                    twin.Rig.Put(at, value);
                }

                rig.Advance(9000);
                twin.Advance(9000);
                Assert.Equal(twin.Heard, Heard(rig));
                Interlocked.Add(ref changes, twin.Heard.Count);
            },
            iter: 60);
        Assert.True(changes > 100, $"{changes} changes are too few to prove anything");
    }

    private static List<string> Heard(AlarmRig rig) =>
        [.. rig.History("twin", HistoryItemType.StateUpdate).Where(item => !IsByHand(item))
            .Select(item => $"{item.Timestamp:u} {item.HistorySummary}")];

    private static bool IsByHand(AlarmHistoryItem item)
    {
        using var data = JsonDocument.Parse(item.HistoryData!);
        return data.RootElement.GetProperty("newState").GetProperty("stateReason").GetString() == "by hand";
    }

    /// <summary>Evaluates at every minute.</summary>
    private sealed class Twin(Rig rig, PutMetricAlarmRequest alarm)
    {
        public Rig Rig => rig;

        public StateValue State { get; set; } = StateValue.InsufficientData;

        public List<string> Heard { get; } = [];

        public void Advance(int seconds)
        {
            var end = Now.AddSeconds(seconds);
            while (true)
            {
                var next = DateTimeOffset.FromUnixTimeSeconds(((Now.ToUnixTimeSeconds() / 60) + 1) * 60);
                if (next > end) break;
                rig.Advance(next - Now);
                var state = Evaluate();
                if (state == State) continue;
                Heard.Add($"{Now:u} Alarm updated from {State.ToWire()} to {state.ToWire()}");
                State = state;
            }

            rig.Advance(end - Now);
        }

        private DateTimeOffset Now => rig.Ask(call => call.Now);

        private StateValue Evaluate()
        {
            var (period, n, m) = (alarm.Period!.Value, alarm.EvaluationPeriods!.Value, alarm.DatapointsToAlarm!.Value);
            var end = DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds() / period * period);
            var begin = end.AddSeconds(-period * (n + 2));
            var metric = new MetricId(alarm.Namespace!, alarm.MetricName!, []);
            var query = new StatQuery(metric, alarm.Statistic!.Value.ToWire(), period);
            var points = rig.Ask(call => MetricReader.Read(call, query, begin, end)).Reverse().ToList();
            var counted = points.Take(n).Select(p => alarm.ComparisonOperator == ComparisonOperator.GreaterThanThreshold
                ? p.Value > alarm.Threshold : p.Value <= alarm.Threshold).ToList();
            var bad = counted.Count(breaching => breaching);
            var lacking = n - counted.Count;
            if (alarm.TreatMissingData == "breaching") bad += lacking;
            if (lacking == 0 || alarm.TreatMissingData is "breaching" or "notBreaching" || bad >= m)
                return bad >= m ? StateValue.Alarm : StateValue.Ok;
            if (counted.Contains(false)) return StateValue.Ok;
            if (alarm.TreatMissingData == "ignore") return State;
            if (counted.Count == 0) return StateValue.InsufficientData;
            var oldest = (end - points[counted.Count - 1].At).TotalSeconds / period;
            return oldest >= m ? StateValue.Alarm : State;
        }
    }

    /// <summary>
    /// A metric that goes on as it was last turned: values 15 and 16 are no data, 13 and 14 come and go.
    /// </summary>
    private sealed class Weather : IMetricSource
    {
        private readonly List<(DateTimeOffset From, int Value)> _turns = [];

        public IReadOnlyList<string> Namespaces => ["AWS/Weather"];

        public void Turn(DateTimeOffset at, int value) => _turns.Add((at, value));

        public IEnumerable<MetricDescription> List(ReadCall call, string metricNamespace) => [];

        public MetricDescription? Find(ReadCall call, MetricId metric) => new(metric, "None", TimeSpan.FromMinutes(1));

        public IEnumerable<MetricSample> Read(ReadCall call, MetricId metric, DateTimeOffset from, DateTimeOffset to)
        {
            var minute = (from.ToUnixTimeSeconds() + 59) / 60;
            for (; minute * 60 < to.ToUnixTimeSeconds(); minute++)
            {
                var at = DateTimeOffset.FromUnixTimeSeconds(minute * 60);
                var value = _turns.LastOrDefault(turn => turn.From <= at) is { From.Year: > 1 } last ? last.Value : 7;
                if (value > 14 || (value > 12 && minute / 7 % 3 == 0)) continue;
                yield return MetricSample.Of(at, value + (minute / 31 % 5));
            }
        }
    }
}
