using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>Alarms that other services own: put and deleted as by their own requests.</summary>
internal sealed class AlarmKeeper : IAlarmKeeper
{
    private const int Back = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public KeptAlarm Put(Call call, AlarmOrder order)
    {
        var subject = order.Subject;
        var isPlain = subject.Metric is not null;
        var isStatistic = StatisticWire.Parse(subject.Statistic ?? "") is not null;
        new PutMetricAlarm().Run(
            new()
            {
                AlarmName = order.Name,
                AlarmDescription = order.Description,
                AlarmActions = order.Actions,
                Namespace = subject.Metric?.Namespace,
                MetricName = subject.Metric?.Name,
                Dimensions = isPlain ? Dimensions(subject.Metric!) : null,
                Statistic = isPlain && isStatistic ? StatisticWire.Parse(subject.Statistic!) : null,
                ExtendedStatistic = isPlain && !isStatistic ? subject.Statistic : null,
                Unit = subject.Unit is { } unit ? StandardUnitWire.Parse(unit) : null,
                Period = isPlain ? subject.Period : null,
                Metrics = isPlain ? null : [.. subject.Queries.Select(query => Query(query, subject.Period))],
                EvaluationPeriods = order.EvaluationPeriods,
                Threshold = order.Threshold,
                ComparisonOperator = order.IsAbove
                    ? ComparisonOperator.GreaterThanThreshold : ComparisonOperator.LessThanThreshold,
            },
            call);
        return View(call, AlarmStore.Get(call, order.Name));
    }

    /// <inheritdoc/>
    public void Delete(Call call, IReadOnlyList<string> names)
    {
        var found = names.Where(name => call.Read(AlarmTables.Alarms).Contains(new(name))).ToList();
        if (found.Count > 0) new DeleteAlarms().Run(new() { AlarmNames = found }, call);
    }

    /// <inheritdoc/>
    public void Release(Call call, string actionArn, bool deletesIdle)
    {
        var alarms = call.Read(AlarmTables.Alarms);
        foreach (var alarm in alarms.By(AlarmTables.ByAction, actionArn).ToList())
        {
            var without = AlarmStore.Without(alarm, actionArn);
            var isNamed = alarms.HasAny(AlarmTables.ByChild, alarm.Name.Value)
                || alarms.HasAny(AlarmTables.BySuppressor, alarm.Name.Value);
            if (deletesIdle && !isNamed && !AlarmTables.ActionsOf(without).Any())
                Delete(call, [alarm.Name.Value]);
            else
                AlarmStore.Change(call, alarm, without with { ConfigurationUpdated = call.Now });
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<KeptAlarm> WithAction(ReadCall call, string actionArn) =>
    [
        .. call.Read(AlarmTables.Alarms).By(AlarmTables.ByAlarmAction, actionArn)
            .Where(alarm => alarm.Watch is not null).Select(alarm => View(call, alarm)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<KeptAlarm> On(ReadCall call, string actionArn)
    {
        var on = new List<KeptAlarm>();
        foreach (var alarm in call.Read(AlarmTables.Alarms).By(AlarmTables.ByAlarmAction, actionArn))
        {
            if (alarm.Watch is not null
                && call.Read(AlarmTables.States).Find(alarm.Name) is { Value: StateValue.Alarm } state)
            {
                on.Add(View(call, alarm, state, null));
            }
        }

        return on;
    }

    /// <inheritdoc/>
    public IEnumerable<double?> Ahead(ReadCall call, string name, DateTimeOffset from, DateTimeOffset to)
    {
        if (call.Read(AlarmTables.Alarms).Find(new(name)) is not { Watch: { } watch }) yield break;
        var period = AlarmTerms.PeriodOf(watch);
        var back = BackOf(watch) * (long)period;
        var points = WatchRead.Read(call, watch, Boundary(from) - back, Boundary(to));
        using var walk = new PointWalk(points);
        for (var at = from; at < to; at += Minute)
        {
            var end = Boundary(at);
            yield return walk.Before(end) is { } point && point.Second >= end - back ? point.Value : null;
        }

        long Boundary(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / period * period;
    }

    private static KeptAlarm View(ReadCall call, AlarmRecord alarm)
    {
        var state = call.Read(AlarmTables.States).Find(alarm.Name)!;
        return View(call, alarm, state, state.Value == StateValue.Alarm ? Newest(call, alarm.Watch!) : null);
    }

    private static KeptAlarm View(ReadCall call, AlarmRecord alarm, AlarmStateRecord state, double? value) => new(
        alarm.Name.Value, alarm.Arn, alarm.Watch!.Threshold,
        alarm.Watch.ComparisonOperator is ComparisonOperator.GreaterThanThreshold
            or ComparisonOperator.GreaterThanOrEqualToThreshold,
        state.Value.ToWire(),
        value)
    {
        Subject = SubjectOf(alarm.Watch),
        Until = call.Read(AlarmTables.Looks).Find(alarm.Name)?.Due,
    };

    private static AlarmSubject? SubjectOf(AlarmWatchRecord watch)
    {
        if (watch.MetricName is null) return null;
        var stat = WatchedMetrics.StatOf(watch);
        return new() { Metric = stat.Metric, Statistic = stat.Statistic, Unit = stat.Unit, Period = stat.Period };
    }

    private static double? Newest(ReadCall call, AlarmWatchRecord watch)
    {
        var period = AlarmTerms.PeriodOf(watch);
        var now = call.Now.ToUnixTimeSeconds() / period * period;
        double? newest = null;
        var from = now - (BackOf(watch) * period);
        foreach (var point in WatchRead.Read(call, watch, from, now))
            newest = point.Value;
        return newest;
    }

    private static int BackOf(AlarmWatchRecord watch) => Math.Max(Back, watch.EvaluationPeriods);

    private static List<Dimension> Dimensions(MetricId metric) =>
        [.. metric.Dimensions.Select(d => new Dimension { Name = d.Name, Value = d.Value })];

    private static MetricDataQuery Query(AlarmQuery query, int period) => new()
    {
        Id = query.Id,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        Period = query.Expression is null ? null : query.Period,
        MetricStat = query.Metric is not { } metric ? null : new()
        {
            Metric = new() { Namespace = metric.Namespace, MetricName = metric.Name, Dimensions = Dimensions(metric) },
            Stat = query.Stat,
            Unit = query.Unit is { } unit ? StandardUnitWire.Parse(unit) : null,
            Period = query.Period ?? period,
        },
    };
}
