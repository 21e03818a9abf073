using Orrery.Contracts.Alarms;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Predictive scaling policies as the API writes them.</summary>
internal static class PredictiveView
{
    /// <summary>The configuration of a policy.</summary>
    public static PredictiveScalingConfiguration Of(PredictiveRecord policy) => new()
    {
        MetricSpecifications = [Metrics(policy)],
        Mode = policy.Scales ? PredictiveScalingMode.ForecastAndScale : PredictiveScalingMode.ForecastOnly,
        SchedulingBufferTime = policy.BufferSeconds,
        MaxCapacityBreachBehavior = policy.Breach,
        MaxCapacityBuffer = policy.Buffer,
    };

    /// <summary>The metrics of a policy.</summary>
    public static PredictiveScalingMetricSpecification Metrics(PredictiveRecord policy) => new()
    {
        TargetValue = policy.Target,
        PredefinedMetricPairSpecification = policy.Pair is { } pair ? new() { PredefinedMetricType = pair } : null,
        PredefinedLoadMetricSpecification = policy.Load is { } load ? new() { PredefinedMetricType = load } : null,
        PredefinedScalingMetricSpecification =
            policy.Scaling is { } scaling ? new() { PredefinedMetricType = scaling } : null,
        CustomizedLoadMetricSpecification =
            policy.OwnLoad is { } ownLoad ? new() { MetricDataQueries = Queries(ownLoad) } : null,
        CustomizedScalingMetricSpecification =
            policy.OwnScaling is { } ownScaling ? new() { MetricDataQueries = Queries(ownScaling) } : null,
        CustomizedCapacityMetricSpecification =
            policy.OwnCapacity is { } ownCapacity ? new() { MetricDataQueries = Queries(ownCapacity) } : null,
    };

    private static List<MetricDataQuery> Queries(AlarmSubject subject) => [.. subject.Queries.Select(query =>
        new MetricDataQuery
        {
            Id = query.Id,
            Expression = query.Expression,
            Label = query.Label,
            ReturnData = query.ReturnData,
            MetricStat = query.Metric is not { } metric ? null : new()
            {
                Metric = new()
                {
                    Namespace = metric.Namespace,
                    MetricName = metric.Name,
                    Dimensions = PolicyView.Dimensions(metric),
                },
                Stat = query.Stat,
                Unit = query.Unit,
            },
        })];
}
