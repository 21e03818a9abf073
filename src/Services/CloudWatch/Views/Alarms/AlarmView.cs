using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Views.Alarms;

/// <summary>Alarms as the wire has them.</summary>
internal static class AlarmView
{
    /// <summary>A metric alarm.</summary>
    public static MetricAlarm Metric(AlarmRecord alarm, ReadCall call)
    {
        var watch = alarm.Watch!;
        var state = call.Read(AlarmTables.States).Find(alarm.Name)!;
        return new()
        {
            AlarmName = alarm.Name.Value,
            AlarmArn = alarm.Arn,
            AlarmDescription = alarm.Description,
            AlarmConfigurationUpdatedTimestamp = alarm.ConfigurationUpdated,
            ActionsEnabled = alarm.ActionsEnabled,
            OKActions = [.. alarm.OkActions],
            AlarmActions = [.. alarm.AlarmActions],
            InsufficientDataActions = [.. alarm.InsufficientDataActions],
            StateValue = state.Value,
            StateReason = state.Why.InWords(),
            StateReasonData = state.Why.AsJson(),
            StateUpdatedTimestamp = state.Updated,
            StateTransitionedTimestamp = state.Transitioned,
            MetricName = watch.MetricName,
            Namespace = watch.Namespace,
            Statistic = watch.Statistic,
            ExtendedStatistic = watch.ExtendedStatistic,
            Dimensions = Dimensions(watch.Dimensions),
            Period = watch.Period,
            Unit = watch.Unit,
            EvaluationPeriods = watch.EvaluationPeriods,
            DatapointsToAlarm = watch.DatapointsToAlarm,
            Threshold = watch.Threshold,
            ComparisonOperator = watch.ComparisonOperator,
            TreatMissingData = watch.TreatMissingData,
            EvaluateLowSampleCountPercentile = watch.LowSamples,
            Metrics = watch.Queries.Length == 0 ? null : [.. watch.Queries.Select(Query)],
            ThresholdMetricId = watch.ThresholdMetricId,
        };
    }

    /// <summary>A composite alarm.</summary>
    public static CompositeAlarm Composite(AlarmRecord alarm, ReadCall call)
    {
        var rule = alarm.Rule!;
        var state = call.Read(AlarmTables.States).Find(alarm.Name)!;
        return new()
        {
            AlarmName = alarm.Name.Value,
            AlarmArn = alarm.Arn,
            AlarmDescription = alarm.Description,
            AlarmConfigurationUpdatedTimestamp = alarm.ConfigurationUpdated,
            ActionsEnabled = alarm.ActionsEnabled,
            OKActions = [.. alarm.OkActions],
            AlarmActions = [.. alarm.AlarmActions],
            InsufficientDataActions = [.. alarm.InsufficientDataActions],
            AlarmRule = rule.Text,
            StateValue = state.Value,
            StateReason = state.Why.InWords(),
            StateReasonData = state.Why.AsJson(),
            StateUpdatedTimestamp = state.Updated,
            StateTransitionedTimestamp = state.Transitioned,
            ActionsSuppressedBy = state.SuppressedBy,
            ActionsSuppressedReason = Suppression.Reason(state.SuppressedBy),
            ActionsSuppressor = rule.Suppressor,
            ActionsSuppressorWaitPeriod = rule.WaitPeriod,
            ActionsSuppressorExtensionPeriod = rule.ExtensionPeriod,
        };
    }

    /// <summary>What is told of a child. Source: botocore documentation of DescribeAlarms.</summary>
    public static MetricAlarm Brief(MetricAlarm alarm) => new()
    {
        AlarmName = alarm.AlarmName,
        AlarmArn = alarm.AlarmArn,
        StateValue = alarm.StateValue,
        StateUpdatedTimestamp = alarm.StateUpdatedTimestamp,
    };

    /// <summary>What is told of a child, and of a parent without its state.</summary>
    public static CompositeAlarm Brief(CompositeAlarm alarm, bool withState) => new()
    {
        AlarmName = alarm.AlarmName,
        AlarmArn = alarm.AlarmArn,
        StateValue = withState ? alarm.StateValue : null,
        StateUpdatedTimestamp = withState ? alarm.StateUpdatedTimestamp : null,
    };

    /// <summary>Dimensions.</summary>
    public static IReadOnlyList<Dimension> Dimensions(IEnumerable<MetricDimension> dimensions) =>
        [.. dimensions.Select(d => new Dimension { Name = d.Name, Value = d.Value })];

    private static MetricDataQuery Query(AlarmQueryRecord query) => new()
    {
        Id = query.Id,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        Period = query.Stat is null ? query.Period : null,
        AccountId = query.AccountId,
        MetricStat = query.Stat is null
            ? null
            : new()
            {
                Metric = new()
                {
                    Namespace = query.Namespace,
                    MetricName = query.MetricName,
                    Dimensions = Dimensions(query.Dimensions),
                },
                Period = query.Period,
                Stat = query.Stat,
                Unit = query.Unit,
            },
    };
}
