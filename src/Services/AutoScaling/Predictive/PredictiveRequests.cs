using System.Collections.Immutable;
using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Predictive;

/// <summary>
/// Reads predictive scaling policies. Source: API Reference, PredictiveScalingConfiguration and
/// PredictiveScalingMetricSpecification; words are guessed.
/// </summary>
internal static class PredictiveRequests
{
    private const int Hour = 3600;
    private const int FiveMinutes = 300;

    /// <summary>What a request describes.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static PolicyRecord Of(ReadCall call, PutScalingPolicyRequest request, PolicyRecord policy)
    {
        PolicyRequests.Refuse(request.AdjustmentType is not null, "AdjustmentType", policy);
        PolicyRequests.Refuse(request.ScalingAdjustment is not null, "ScalingAdjustment", policy);
        PolicyRequests.Refuse(request.StepAdjustments is { Count: > 0 }, "StepAdjustments", policy);
        PolicyRequests.Refuse(PolicyRequests.HasCooldown(request), "Cooldown", policy);
        PolicyRequests.Refuse(request.EstimatedInstanceWarmup is not null, "EstimatedInstanceWarmup", policy);
        PolicyRequests.Refuse(request.TargetTrackingConfiguration is not null, "TargetTrackingConfiguration", policy);
        var asked = request.PredictiveScalingConfiguration
            ?? throw Errors.Invalid("PredictiveScalingConfiguration must be specified for PredictiveScaling");
        if (asked.MetricSpecifications is not [{ } metrics])
            throw Errors.Invalid("PredictiveScalingConfiguration takes exactly one metric specification");
        if (asked.SchedulingBufferTime is < 0 or >= Hour)
            throw Errors.Invalid($"SchedulingBufferTime must be at least 0 and less than {Hour}");
        var raises = asked.MaxCapacityBreachBehavior == PredictiveScalingMaxCapacityBreachBehavior.IncreaseMaxCapacity;
        if (raises != asked.MaxCapacityBuffer is not null)
            throw Errors.Invalid("MaxCapacityBuffer must be specified if MaxCapacityBreachBehavior is "
                + "IncreaseMaxCapacity, and only then");
        if (asked.MaxCapacityBuffer is < 0 or > 100)
            throw Errors.Invalid("MaxCapacityBuffer must be between 0 and 100");
        return policy with
        {
            Predictive = Metrics(call, metrics) with
            {
                Scales = asked.Mode == PredictiveScalingMode.ForecastAndScale,
                BufferSeconds = asked.SchedulingBufferTime,
                Breach = asked.MaxCapacityBreachBehavior,
                Buffer = asked.MaxCapacityBuffer,
            },
        };
    }

    private static PredictiveRecord Metrics(ReadCall call, PredictiveScalingMetricSpecification asked)
    {
        if (asked.TargetValue is not > 0) throw Errors.Invalid("TargetValue must be greater than 0");
        var (load, scaling) = (asked.PredefinedLoadMetricSpecification, asked.PredefinedScalingMetricSpecification);
        var (ownLoad, ownScaling) =
            (asked.CustomizedLoadMetricSpecification, asked.CustomizedScalingMetricSpecification);
        var isPair = asked.PredefinedMetricPairSpecification is not null;
        var loads = (load is null ? 0 : 1) + (ownLoad is null ? 0 : 1);
        var scalings = (scaling is null ? 0 : 1) + (ownScaling is null ? 0 : 1);
        if (isPair ? loads + scalings > 0 : loads != 1 || scalings != 1)
            throw Errors.Invalid("Either a metric pair, or one load metric and one scaling metric must be specified");
        if (asked.CustomizedCapacityMetricSpecification is not null && ownScaling is null)
            throw Errors.Invalid("A capacity metric can only be specified with a customized scaling metric");
        var pair = asked.PredefinedMetricPairSpecification;
        if (pair?.PredefinedMetricType == PredefinedMetricPairType.ALBRequestCount) throw NoBalancer("ALBRequestCount");
        if (load?.PredefinedMetricType == PredefinedLoadMetricType.ALBTargetGroupRequestCount)
            throw NoBalancer("ALBTargetGroupRequestCount");
        if (scaling?.PredefinedMetricType == PredefinedScalingMetricType.ALBRequestCountPerTarget)
            throw NoBalancer("ALBRequestCountPerTarget");
        if ((pair?.ResourceLabel ?? load?.ResourceLabel ?? scaling?.ResourceLabel) is not null)
            throw Errors.Invalid("ResourceLabel can only be specified for metrics of load balancers");
        return new()
        {
            Target = asked.TargetValue.Value,
            Pair = pair?.PredefinedMetricType,
            Load = load?.PredefinedMetricType,
            Scaling = scaling?.PredefinedMetricType,
            OwnLoad = Own(call, ownLoad?.MetricDataQueries),
            OwnScaling = Own(call, ownScaling?.MetricDataQueries),
            OwnCapacity = Own(call, asked.CustomizedCapacityMetricSpecification?.MetricDataQueries),
            Since = call.Now,
        };
    }

    private static Core.ServiceException NoBalancer(string metric) =>
        Errors.NotServed($"the metric {metric}: there are no load balancers yet");

    private static AlarmSubject? Own(ReadCall call, IReadOnlyList<MetricDataQuery>? asked)
    {
        if (asked is null) return null;
        if (asked.Count(query => query.ReturnData ?? true) != 1)
            throw Errors.Invalid("Exactly one of the metric data queries must return data");
        // What is computed goes by five minutes, as the guide's examples do; a plain statistic by the hour.
        var period = asked.Any(query => query.Expression is not null) ? FiveMinutes : Hour;
        ImmutableArray<AlarmQuery> queries = [.. asked.Select(query => Query(query, period))];
        try
        {
            call.Port<IMetricMath>().Check(queries);
        }
        catch (Core.ServiceException refusal)
        {
            throw Errors.Invalid(refusal.Message);
        }

        return new() { Period = period, Queries = queries };
    }

    private static AlarmQuery Query(MetricDataQuery query, int period) => new()
    {
        Id = query.Id!,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        Stat = query.MetricStat?.Stat,
        Unit = query.MetricStat?.Unit,
        Period = period,
        Metric = query.MetricStat?.Metric is { } metric
            ? PolicyRequests.Metric(metric.Namespace!, metric.MetricName!, metric.Dimensions) : null,
    };
}
