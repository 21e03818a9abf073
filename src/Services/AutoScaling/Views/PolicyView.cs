using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;
using MetricDimension = Orrery.Wire.Generated.Autoscaling.MetricDimension;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Policies as the API writes them.</summary>
internal static class PolicyView
{
    /// <summary>A policy, with all alarms that run it.</summary>
    public static ScalingPolicy Of(ReadCall call, PolicyRecord policy) => new()
    {
        AutoScalingGroupName = policy.Group,
        PolicyName = policy.Name,
        PolicyARN = policy.Arn,
        PolicyType = policy.Type,
        AdjustmentType = policy.AdjustmentType,
        MinAdjustmentMagnitude = policy.MinMagnitude,
        ScalingAdjustment = policy.Adjustment,
        Cooldown = policy.Cooldown,
        StepAdjustments = [.. policy.Steps.Select(step => new StepAdjustment
        {
            MetricIntervalLowerBound = step.Lower,
            MetricIntervalUpperBound = step.Upper,
            ScalingAdjustment = step.Amount,
        })],
        MetricAggregationType = policy.Aggregation,
        EstimatedInstanceWarmup = policy.Warmup,
        Alarms =
        [
            .. call.Port<IAlarmKeeper>().WithAction(call, policy.Arn)
                .Select(alarm => new Alarm { AlarmName = alarm.Name, AlarmARN = alarm.Arn }),
        ],
        TargetTrackingConfiguration = policy.Tracking is { } tracking ? Tracking(tracking) : null,
        PredictiveScalingConfiguration = policy.Predictive is { } predictive ? PredictiveView.Of(predictive) : null,
        Enabled = policy.Enabled,
    };

    private static TargetTrackingConfiguration Tracking(TrackingRecord tracking) => new()
    {
        TargetValue = tracking.Target,
        DisableScaleIn = tracking.DisableScaleIn,
        PredefinedMetricSpecification = tracking.Predefined is { } type
            ? new() { PredefinedMetricType = type } : null,
        CustomizedMetricSpecification = tracking.Custom is { } custom ? Custom(custom) : null,
    };

    private static CustomizedMetricSpecification Custom(AlarmSubject subject) => subject.Metric is { } metric
        ? new()
        {
            MetricName = metric.Name,
            Namespace = metric.Namespace,
            Dimensions = Dimensions(metric),
            Statistic = MetricStatisticWire.Parse(subject.Statistic!),
            Unit = subject.Unit,
            Period = subject.Period == 60 ? null : subject.Period,
        }
        : new() { Metrics = [.. subject.Queries.Select(Query)] };

    private static TargetTrackingMetricDataQuery Query(AlarmQuery query) => new()
    {
        Id = query.Id,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        Period = query.Metric is null ? query.Period : null,
        MetricStat = query.Metric is not { } metric ? null : new()
        {
            Metric = new() { Namespace = metric.Namespace, MetricName = metric.Name, Dimensions = Dimensions(metric) },
            Stat = query.Stat,
            Unit = query.Unit,
            Period = query.Period,
        },
    };

    /// <summary>The dimensions of a metric.</summary>
    public static List<MetricDimension> Dimensions(MetricId metric) =>
        [.. metric.Dimensions.Select(d => new MetricDimension { Name = d.Name, Value = d.Value })];
}
