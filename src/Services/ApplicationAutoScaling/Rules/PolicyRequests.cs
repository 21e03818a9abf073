using System.Collections.Immutable;
using Orrery.Contracts.Alarms;
using Orrery.Contracts.Metrics;
using Orrery.Engines.Scaling.Adjustments;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;
using MetricDimension = Orrery.Contracts.Metrics.MetricDimension;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>
/// Reads policies. What a request does not name stays as it was. Source: API Reference, PutScalingPolicy,
/// StepScalingPolicyConfiguration and TargetTrackingScalingPolicyConfiguration; words are guessed.
/// </summary>
internal static class PolicyRequests
{
    /// <summary>A policy as a request wants it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="target">Its target.</param>
    /// <param name="policy">The policy as it is, or a new one.</param>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static PolicyRecord Of(Call call, PutScalingPolicyRequest request, TargetRecord target, PolicyRecord policy)
    {
        var (steps, tracking) =
            (request.StepScalingPolicyConfiguration, request.TargetTrackingScalingPolicyConfiguration);
        if (request.PolicyType == PolicyType.PredictiveScaling
            || request.PredictiveScalingPolicyConfiguration is not null)
            throw Errors.NotServed("the PolicyType PredictiveScaling of Application Auto Scaling");
        var isNew = policy.Tracking is null && policy.AdjustmentType is null;
        var type = request.PolicyType ?? (isNew
            ? throw Errors.Invalid("PolicyType must be specified for a new scaling policy")
            : policy.Tracking is null ? PolicyType.StepScaling : PolicyType.TargetTrackingScaling);
        if (type == PolicyType.StepScaling)
        {
            if (tracking is not null) throw Mixed("TargetTrackingScalingPolicyConfiguration", type);
            if (!Providers.Get(call, target.Namespace, target.Dimension).TakesSteps)
                throw Errors.Invalid($"Step scaling is not supported for {target.Dimension}");
            return steps is null && policy.AdjustmentType is not null ? policy : OfSteps(steps, policy);
        }

        if (steps is not null) throw Mixed("StepScalingPolicyConfiguration", type);
        return tracking is null && policy.Tracking is not null ? policy : OfTracking(call, tracking, target, policy);
    }

    /// <summary>A step as the engine takes it.</summary>
    public static StepInterval Interval(StepRecord step) => new(step.Lower, step.Upper, step.Amount);

    private static Core.ServiceException Mixed(string what, PolicyType type) =>
        Errors.Invalid($"{what} cannot be specified for a policy of type {type.ToWire()}");

    private static PolicyRecord OfSteps(StepScalingPolicyConfiguration? asked, PolicyRecord policy)
    {
        if (asked is null) throw Errors.Invalid("StepScalingPolicyConfiguration must be specified for StepScaling");
        var adjustment = asked.AdjustmentType ?? policy.AdjustmentType
            ?? throw Errors.Invalid("AdjustmentType must be specified");
        ImmutableArray<StepRecord> steps = asked.StepAdjustments is { } given
            ? [.. given.Select(s => new StepRecord(
                s.MetricIntervalLowerBound, s.MetricIntervalUpperBound, s.ScalingAdjustment!.Value))]
            : policy.Steps;
        if (StepRules.Flaw([.. steps.Select(Interval)]) is { } flaw)
            throw Errors.Invalid($"Step adjustments are not valid: {flaw}.");
        if (steps.Length > ScalableLimits.Steps)
            throw Errors.Limit($"A policy has at most {ScalableLimits.Steps} step adjustments.");
        if (adjustment == AdjustmentType.ExactCapacity && steps.Any(step => step.Amount < 0))
            throw Errors.Invalid("ScalingAdjustment must not be negative for ExactCapacity");
        if (asked.MinAdjustmentMagnitude is not null && adjustment != AdjustmentType.PercentChangeInCapacity)
            throw Errors.Invalid("MinAdjustmentMagnitude can only be specified with PercentChangeInCapacity");
        if (asked.Cooldown is < 0) throw Errors.Invalid("Cooldown must not be negative");
        return policy with
        {
            AdjustmentType = adjustment,
            Steps = steps,
            MinMagnitude = asked.MinAdjustmentMagnitude ?? policy.MinMagnitude,
            Cooldown = asked.Cooldown ?? policy.Cooldown,
            Aggregation = asked.MetricAggregationType ?? policy.Aggregation,
            Tracking = null,
        };
    }

    private static PolicyRecord OfTracking(
        ReadCall call, TargetTrackingScalingPolicyConfiguration? asked, TargetRecord target, PolicyRecord policy)
    {
        if (asked is null)
            throw Errors.Invalid("TargetTrackingScalingPolicyConfiguration must be specified for this type");
        var (predefined, custom) = (asked.PredefinedMetricSpecification, asked.CustomizedMetricSpecification);
        if (predefined is null == custom is null)
            throw Errors.Invalid("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must "
                + "be specified");
        // AWS takes numbers below 0 too; there is no proportion to such.
        if (asked.TargetValue is not > 0) throw Errors.Invalid("TargetValue must be greater than 0");
        if (asked.ScaleOutCooldown is < 0 || asked.ScaleInCooldown is < 0)
            throw Errors.Invalid("Cooldowns must not be negative");
        return policy with
        {
            AdjustmentType = null,
            Steps = [],
            Tracking = new()
            {
                Target = asked.TargetValue.Value,
                DisableScaleIn = asked.DisableScaleIn,
                OutCooldown = asked.ScaleOutCooldown,
                InCooldown = asked.ScaleInCooldown,
                Predefined = predefined?.PredefinedMetricType,
                Label = predefined?.ResourceLabel,
                Subject = custom is null ? Predefined(call, predefined!, target) : Custom(custom),
            },
        };
    }

    private static AlarmSubject Predefined(ReadCall call, PredefinedMetricSpecification asked, TargetRecord target)
    {
        var type = asked.PredefinedMetricType!.Value;
        if ((type == MetricType.ALBRequestCountPerTarget) != asked.ResourceLabel is not null)
            throw Errors.Invalid("ResourceLabel must be specified for ALBRequestCountPerTarget, and only for that");
        return Providers.Get(call, target.Namespace, target.Dimension)
            .MetricOf(call, target.Resource, type.ToWire(), asked.ResourceLabel)
            ?? throw Errors.Invalid($"The metric {type.ToWire()} is not supported for {target.Dimension}");
    }

    private static AlarmSubject Custom(CustomizedMetricSpecification custom)
    {
        if (custom.Metrics is { Count: > 0 } queries) return new() { Queries = [.. queries.Select(Query)] };
        if (custom.MetricName is null || custom.Namespace is null || custom.Statistic is null)
            throw Errors.Invalid("MetricName, Namespace and Statistic must be specified for a customized metric");
        var dimensions = (custom.Dimensions ?? []).Select(d => new MetricDimension(d.Name!, d.Value!));
        return new()
        {
            Metric = Metric(custom.Namespace, custom.MetricName, dimensions),
            Statistic = custom.Statistic.Value.ToWire(),
            Unit = custom.Unit,
        };
    }

    private static AlarmQuery Query(TargetTrackingMetricDataQuery query) => new()
    {
        Id = query.Id!,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        Stat = query.MetricStat?.Stat,
        Unit = query.MetricStat?.Unit,
        Metric = query.MetricStat?.Metric is { } metric
            ? Metric(
                metric.Namespace ?? "", metric.MetricName ?? "",
                (metric.Dimensions ?? []).Select(d => new MetricDimension(d.Name!, d.Value!)))
            : null,
    };

    private static MetricId Metric(string space, string name, IEnumerable<MetricDimension> dimensions) =>
        new(space, name, [.. dimensions.OrderBy(d => d.Name, StringComparer.Ordinal)]);
}
