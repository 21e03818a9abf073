using System.Collections.Immutable;
using Orrery.Contracts.Metrics;
using Orrery.Engines.Scaling.Adjustments;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Predictive;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>
/// Reads policies. Source: API Reference, PutScalingPolicy and StepAdjustment; words are guessed.
/// </summary>
internal static class PolicyRequests
{
    /// <summary>The policy types, as the API writes them.</summary>
    public const string Simple = "SimpleScaling";

    /// <summary>Step scaling.</summary>
    public const string Step = "StepScaling";

    /// <summary>Target tracking.</summary>
    public const string Tracking = "TargetTrackingScaling";

    /// <summary>Predictive scaling.</summary>
    public const string Predictive = "PredictiveScaling";

    private const string Percent = nameof(AdjustmentKind.PercentChangeInCapacity);
    private static readonly string[] Aggregations = ["Minimum", "Maximum", "Average"];

    /// <summary>The policy that a request describes.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static PolicyRecord Of(ReadCall call, PutScalingPolicyRequest request, string arn)
    {
        var policy = new PolicyRecord
        {
            Group = request.AutoScalingGroupName!,
            Name = request.PolicyName!,
            Arn = arn,
            Type = request.PolicyType ?? Simple,
            Enabled = request.Enabled ?? true,
        };
        if (policy.Name.Contains(':', StringComparison.Ordinal))
            throw Errors.Invalid("PolicyName must not contain colons");
        if (policy.Type != Predictive)
            Refuse(request.PredictiveScalingConfiguration is not null, "PredictiveScalingConfiguration", policy);
        return policy.Type switch
        {
            Simple => OfSimple(request, policy),
            Step => OfStep(request, policy),
            Tracking => TrackingRequests.Of(request, policy),
            Predictive => PredictiveRequests.Of(call, request, policy),
            _ => throw Errors.Invalid($"PolicyType {policy.Type} is not valid"),
        };
    }

    private static PolicyRecord OfSimple(PutScalingPolicyRequest request, PolicyRecord policy)
    {
        Refuse(request.StepAdjustments is { Count: > 0 }, "StepAdjustments", policy);
        Refuse(request.EstimatedInstanceWarmup is not null, "EstimatedInstanceWarmup", policy);
        Refuse(request.MetricAggregationType is not null, "MetricAggregationType", policy);
        Refuse(request.TargetTrackingConfiguration is not null, "TargetTrackingConfiguration", policy);
        return Adjusting(request, policy) with
        {
            Adjustment = request.ScalingAdjustment
                ?? throw Errors.Invalid("ScalingAdjustment must be specified for simple scaling policies"),
            Cooldown = request.Cooldown is < 0
                ? throw Errors.Invalid("Cooldown must not be negative") : request.Cooldown,
        };
    }

    private static PolicyRecord OfStep(PutScalingPolicyRequest request, PolicyRecord policy)
    {
        Refuse(request.ScalingAdjustment is not null, "ScalingAdjustment", policy);
        Refuse(HasCooldown(request), "Cooldown", policy);
        Refuse(request.TargetTrackingConfiguration is not null, "TargetTrackingConfiguration", policy);
        ImmutableArray<StepRecord> steps = [.. (request.StepAdjustments ?? []).Select(step => new StepRecord(
            step.MetricIntervalLowerBound, step.MetricIntervalUpperBound, step.ScalingAdjustment!.Value))];
        if (StepRules.Flaw([.. steps.Select(Interval)]) is { } flaw)
            throw Errors.Invalid($"Step adjustments are not valid: {flaw}.");
        if (steps.Length > ScalingQuotas.StepsPerPolicy)
            throw Errors.Limit($"A policy has at most {ScalingQuotas.StepsPerPolicy} steps.");
        var aggregation = request.MetricAggregationType ?? "Average";
        if (!Aggregations.Contains(aggregation))
            throw Errors.Invalid($"MetricAggregationType {aggregation} is not valid");
        return Adjusting(request, policy) with
        {
            Steps = steps, Aggregation = aggregation, Warmup = Warmup(request),
        };
    }

    /// <summary>
    /// Whether a cooldown is asked for. Of none, policies of all types let it be said: Terraform's provider sends 0
    /// with what has no cooldown, as a placeholder that AWS takes (internal/service/autoscaling/policy.go).
    /// </summary>
    public static bool HasCooldown(PutScalingPolicyRequest request) => request.Cooldown is not null and not 0;

    /// <summary>A step as the engine takes it.</summary>
    public static StepInterval Interval(StepRecord step) => new(step.Lower, step.Upper, step.Amount);

    private static PolicyRecord Adjusting(PutScalingPolicyRequest request, PolicyRecord policy)
    {
        var type = request.AdjustmentType ?? throw Errors.Invalid("AdjustmentType must be specified");
        if (!Enum.IsDefined(typeof(AdjustmentKind), type)) throw Errors.Invalid($"AdjustmentType {type} is not valid");
        var amounts = (request.StepAdjustments ?? []).Select(step => step.ScalingAdjustment)
            .Append(request.ScalingAdjustment);
        if (type == nameof(AdjustmentKind.ExactCapacity) && amounts.Any(amount => amount < 0))
            throw Errors.Invalid($"ScalingAdjustment must not be negative for {type}");
        var magnitude = request.MinAdjustmentMagnitude ?? request.MinAdjustmentStep;
        if (magnitude is not null && type != Percent)
            throw Errors.Invalid($"MinAdjustmentMagnitude can only be specified with {Percent}");
        return policy with { AdjustmentType = type, MinMagnitude = magnitude };
    }

    /// <summary>How long instances warm up for a policy.</summary>
    public static int? Warmup(PutScalingPolicyRequest request) => request.EstimatedInstanceWarmup is < 0
        ? throw Errors.Invalid("EstimatedInstanceWarmup must not be negative") : request.EstimatedInstanceWarmup;

    /// <summary>Refuses what a policy of this type does not take.</summary>
    public static void Refuse(bool isAsked, string what, PolicyRecord policy)
    {
        if (isAsked) throw Errors.Invalid($"{what} cannot be specified for policies of type {policy.Type}");
    }

    /// <summary>A metric as contracts have it.</summary>
    public static MetricId Metric(
        string space, string name, IReadOnlyList<Wire.Generated.Autoscaling.MetricDimension>? dimensions) => new(
        space, name,
        [.. (dimensions ?? []).Select(d => new Contracts.Metrics.MetricDimension(d.Name!, d.Value!))
            .OrderBy(d => d.Name, StringComparer.Ordinal)]);
}
