using Orrery.Core;

namespace Orrery.Engines.Scaling.Tracking;

/// <summary>
/// Target tracking. Source: EC2 Auto Scaling User Guide, "Target tracking scaling policies" (in proportion, rounded so
/// that no capacity is missing; out as fast as it can, in more gradually; without data not in). AWS does not say what
/// its alarms are: 3 minutes above the target and 15 minutes below 90 % of it are what people see in their accounts
/// (aws/containers-roadmap issue 638 for the 15; the others are guessed).
/// </summary>
public static class TrackingRules
{
    /// <summary>The share of the target below which the low alarm breaches.</summary>
    public const double LowShare = 0.9;

    /// <summary>The periods of the high alarm.</summary>
    public const int HighPeriods = 3;

    /// <summary>The periods of the low alarm.</summary>
    public const int LowPeriods = 15;

    // A quotient that misses a whole number by less than this is that number.
    private const double Blur = 1e-9;

    /// <summary>The alarms of a policy; one that does not scale in has the high one only.</summary>
    public static IReadOnlyList<TrackingAlarm> AlarmsOf(TrackingPolicy policy)
    {
        var high = new TrackingAlarm(AlarmSide.High, policy.Target, HighPeriods, policy.PeriodSeconds);
        return policy.DisableScaleIn
            ? [high]
            : [high, new(AlarmSide.Low, LowThreshold(policy), LowPeriods, policy.PeriodSeconds)];
    }

    /// <summary>The threshold of the low alarm.</summary>
    public static double LowThreshold(TrackingPolicy policy) => policy.Target * LowShare;

    /// <summary>The least capacity at which a load leaves the metric at its target or below.</summary>
    public static int Proportion(int capacity, double metric, double target) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(capacity * metric / target * (1 - Blur)));

    /// <summary>What a policy decides when one of its alarms goes off.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="side">Which alarm.</param>
    /// <param name="metric">The metric of what has warmed up; null for no data.</param>
    /// <param name="facts">What the group has.</param>
    /// <param name="limits">Its limits.</param>
    public static CapacityDecision Decide(
        TrackingPolicy policy, AlarmSide side, double? metric, CapacityFacts facts, Limits limits)
    {
        if ((metric ?? (policy.ZeroWhenSilent ? 0 : null)) is not { } value)
            return CapacityDecision.Hold(facts.Desired, "INSUFFICIENT_DATA", "the metric has no data");
        return side == AlarmSide.High ? Out(policy, value, facts, limits) : In(policy, value, facts, limits);
    }

    private static CapacityDecision Out(TrackingPolicy policy, double metric, CapacityFacts facts, Limits limits)
    {
        if (metric <= policy.Target)
            return CapacityDecision.Hold(facts.Desired, "AT_TARGET", Compare(metric, policy) + ", not above it");
        var asked = Proportion(facts.ForOut, metric, policy.Target);
        var why = Why(metric, policy, facts.ForOut, asked);
        return asked > facts.Desired
            ? CapacityDecision.Within(facts.Desired, asked, limits, why)
            : new(facts.Desired, facts.Desired, why with
            {
                Because = [.. why.Because, Reason.Of("ALREADY_DESIRED", $"{facts.Desired} is desired already")],
            });
    }

    private static CapacityDecision In(TrackingPolicy policy, double metric, CapacityFacts facts, Limits limits)
    {
        if (policy.DisableScaleIn)
            return CapacityDecision.Hold(facts.Desired, "SCALE_IN_DISABLED", "the policy does not scale in");
        if (metric >= LowThreshold(policy))
            return CapacityDecision.Hold(facts.Desired, "AT_TARGET", Compare(metric, policy) + ", near enough");
        if (facts.IsScalingOut)
            return CapacityDecision.Hold(
                facts.Desired, "SCALE_OUT_IN_PROGRESS", "nothing scales in while instances warm up");
        var asked = Proportion(facts.ForIn, metric, policy.Target);
        var why = Why(metric, policy, facts.ForIn, asked);
        return asked < facts.Desired
            ? CapacityDecision.Within(facts.Desired, asked, limits, why)
            : new(facts.Desired, facts.Desired, why);
    }

    private static string Compare(double metric, TrackingPolicy policy) =>
        FormattableString.Invariant($"the metric is {metric:0.####} and its target {policy.Target}");

    private static Reason Why(double metric, TrackingPolicy policy, int current, int asked) => new(
        "TARGET_TRACKING",
        Compare(metric, policy),
        null,
        [Reason.Of("PROPORTION", FormattableString.Invariant(
            $"{current} x {metric:0.####} / {policy.Target}, rounded up, is {asked}"))]);
}
