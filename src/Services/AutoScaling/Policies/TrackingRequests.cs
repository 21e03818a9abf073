using Orrery.Contracts.Alarms;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>
/// Reads target tracking policies. Source: API Reference, TargetTrackingConfiguration, PredefinedMetricSpecification,
/// CustomizedMetricSpecification and TargetTrackingMetricStat (periods of 10, 30 and 60 seconds); words are guessed.
/// </summary>
internal static class TrackingRequests
{
    private const int Minute = 60;
    private static readonly int[] Periods = [10, 30, Minute];

    /// <summary>The policy that a request describes.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static PolicyRecord Of(PutScalingPolicyRequest request, PolicyRecord policy)
    {
        PolicyRequests.Refuse(request.AdjustmentType is not null, "AdjustmentType", policy);
        PolicyRequests.Refuse(request.ScalingAdjustment is not null, "ScalingAdjustment", policy);
        PolicyRequests.Refuse(request.StepAdjustments is { Count: > 0 }, "StepAdjustments", policy);
        PolicyRequests.Refuse(PolicyRequests.HasCooldown(request), "Cooldown", policy);
        var asked = request.TargetTrackingConfiguration
            ?? throw Errors.Invalid("TargetTrackingConfiguration must be specified for TargetTrackingScaling");
        if (asked.PredefinedMetricSpecification is null == asked.CustomizedMetricSpecification is null)
            throw Errors.Invalid("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must "
                + "be specified");
        if (asked.PredefinedMetricSpecification is { } predefined) Check(predefined);
        if (asked.TargetValue is not > 0)
            throw Errors.Invalid("TargetValue must be greater than 0");
        return policy with
        {
            Warmup = PolicyRequests.Warmup(request),
            Tracking = new()
            {
                Target = asked.TargetValue.Value,
                DisableScaleIn = asked.DisableScaleIn ?? false,
                Predefined = asked.PredefinedMetricSpecification?.PredefinedMetricType,
                Custom = asked.CustomizedMetricSpecification is { } custom ? Custom(custom) : null,
            },
        };
    }

    // No target group can be attached, so no label can be right.
    private static void Check(PredefinedMetricSpecification predefined)
    {
        if (predefined.PredefinedMetricType == MetricType.ALBRequestCountPerTarget)
            throw Errors.NotServed("the metric ALBRequestCountPerTarget: there are no load balancers yet");
        if (predefined.ResourceLabel is not null)
            throw Errors.Invalid("ResourceLabel can only be specified for metrics of load balancers");
    }

    private static AlarmSubject Custom(CustomizedMetricSpecification custom)
    {
        if (custom.Metrics is { Count: > 0 } queries)
        {
            if (custom is not
                {
                    MetricName: null, Namespace: null, Statistic: null, Unit: null, Period: null,
                    Dimensions: null or { Count: 0 },
                })
            {
                throw Errors.Invalid("A customized metric is either one metric with its MetricName, Namespace, "
                    + "Dimensions, Statistic, Unit and Period, or Metrics");
            }

            return new()
            {
                Period = queries.Select(query => Period(query.MetricStat?.Period) ?? Period(query.Period)).Min()
                    ?? Minute,
                Queries = [.. queries.Select(Query)],
            };
        }

        if (custom.MetricName is null || custom.Namespace is null || custom.Statistic is null)
            throw Errors.Invalid("MetricName, Namespace and Statistic must be specified for a customized metric");
        return new()
        {
            Metric = PolicyRequests.Metric(custom.Namespace, custom.MetricName, custom.Dimensions),
            Statistic = custom.Statistic.Value.ToWire(),
            Unit = custom.Unit,
            Period = Period(custom.Period) ?? Minute,
        };
    }

    private static int? Period(int? seconds) => seconds is null || Periods.Contains(seconds.Value)
        ? seconds : throw Errors.Invalid($"Period {seconds} is not valid: 10, 30 or 60");

    private static AlarmQuery Query(TargetTrackingMetricDataQuery query) => new()
    {
        Id = query.Id!,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        Stat = query.MetricStat?.Stat,
        Unit = query.MetricStat?.Unit,
        Period = query.MetricStat?.Period ?? query.Period,
        Metric = query.MetricStat?.Metric is { } metric
            ? PolicyRequests.Metric(metric.Namespace!, metric.MetricName!, metric.Dimensions) : null,
    };
}
