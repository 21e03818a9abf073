using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;
using MetricDimension = Orrery.Wire.Generated.ApplicationAutoscaling.MetricDimension;

namespace Orrery.Services.ApplicationAutoScaling.Views;

/// <summary>Policies as the API writes them.</summary>
internal static class PolicyView
{
    /// <summary>A policy, with all alarms that run it.</summary>
    public static ScalingPolicy Of(ReadCall call, PolicyRecord policy, TargetRecord target) => new()
    {
        PolicyARN = policy.Arn,
        PolicyName = policy.Name,
        ServiceNamespace = ServiceNamespaceWire.Parse(target.Namespace),
        ResourceId = target.Resource,
        ScalableDimension = ScalableDimensionWire.Parse(target.Dimension),
        PolicyType = policy.Tracking is null ? PolicyType.StepScaling : PolicyType.TargetTrackingScaling,
        CreationTime = policy.Created,
        Alarms = Alarms(call, policy),
        StepScalingPolicyConfiguration = policy.Tracking is not null ? null : new()
        {
            AdjustmentType = policy.AdjustmentType,
            MinAdjustmentMagnitude = policy.MinMagnitude,
            Cooldown = policy.Cooldown,
            MetricAggregationType = policy.Aggregation,
            StepAdjustments = [.. policy.Steps.Select(step => new StepAdjustment
            {
                MetricIntervalLowerBound = step.Lower,
                MetricIntervalUpperBound = step.Upper,
                ScalingAdjustment = step.Amount,
            })],
        },
        TargetTrackingScalingPolicyConfiguration = policy.Tracking is { } tracking ? Tracking(tracking) : null,
    };

    /// <summary>The alarms that run a policy.</summary>
    public static IReadOnlyList<Alarm> Alarms(ReadCall call, PolicyRecord policy) =>
    [
        .. call.Port<IAlarmKeeper>().WithAction(call, policy.Arn)
            .Select(alarm => new Alarm { AlarmName = alarm.Name, AlarmARN = alarm.Arn }),
    ];

    private static TargetTrackingScalingPolicyConfiguration Tracking(TrackingRecord tracking) => new()
    {
        TargetValue = tracking.Target,
        DisableScaleIn = tracking.DisableScaleIn,
        ScaleOutCooldown = tracking.OutCooldown,
        ScaleInCooldown = tracking.InCooldown,
        PredefinedMetricSpecification = tracking.Predefined is { } type
            ? new() { PredefinedMetricType = type, ResourceLabel = tracking.Label } : null,
        CustomizedMetricSpecification = tracking.Predefined is null ? Custom(tracking.Subject) : null,
    };

    private static CustomizedMetricSpecification Custom(AlarmSubject subject) => subject.Metric is { } metric
        ? new()
        {
            MetricName = metric.Name,
            Namespace = metric.Namespace,
            Dimensions =
                [.. metric.Dimensions.Select(d => new MetricDimension { Name = d.Name, Value = d.Value })],
            Statistic = MetricStatisticWire.Parse(subject.Statistic!),
            Unit = subject.Unit,
        }
        : new() { Metrics = [.. subject.Queries.Select(Query)] };

    private static TargetTrackingMetricDataQuery Query(AlarmQuery query) => new()
    {
        Id = query.Id,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        MetricStat = query.Metric is not { } metric
            ? null
            : new() { Metric = Metric(metric), Stat = query.Stat, Unit = query.Unit },
    };

    private static TargetTrackingMetric Metric(MetricId metric) => new()
    {
        Namespace = metric.Namespace,
        MetricName = metric.Name,
        Dimensions = [.. metric.Dimensions.Select(d =>
            new TargetTrackingMetricDimension { Name = d.Name, Value = d.Value })],
    };
}
