using Orrery.Core;
using Orrery.Engines.Scaling.Tracking;

namespace Orrery.Engines.Scaling.Predictive;

/// <summary>
/// What a forecast makes of a group. Source: EC2 Auto Scaling User Guide, "How predictive scaling works" (it scales at
/// the beginning of an hour, never in, within the limits); API Reference, PredictiveScalingConfiguration (the time in
/// advance; a forecast of 50 with a buffer of 10 percent makes a maximum of 55). That "close to the maximum" means that
/// the forecast with its buffer exceeds it is guessed.
/// </summary>
public static class PredictiveRules
{
    /// <summary>The capacity that a load needs.</summary>
    public static int CapacityFor(double load, double target) => TrackingRules.Proportion(1, load, target);

    /// <summary>The capacity that each hour of a forecast needs.</summary>
    public static IReadOnlyList<CapacityPoint> CapacityOf(PredictivePolicy policy, Forecast forecast) =>
        [.. forecast.Points.Select(p => new CapacityPoint(p.At, CapacityFor(p.Load, policy.Target)))];

    /// <summary>
    /// What is needed at an instant: the capacity of its hour, and of the next one if its time in advance has come;
    /// null where nothing is forecast.
    /// </summary>
    public static int? NeededAt(PredictivePolicy policy, IReadOnlyList<CapacityPoint> points, DateTimeOffset now)
    {
        var ahead = now.AddSeconds(policy.BufferSeconds);
        int? needed = null;
        foreach (var point in points)
            if (point.At <= ahead && now < point.At.AddHours(1))
                needed = Math.Max(needed ?? 0, point.Capacity);
        return needed;
    }

    /// <summary>When to look next: the time in advance of the next hour.</summary>
    public static DateTimeOffset NextLook(PredictivePolicy policy, DateTimeOffset now)
    {
        var ahead = now.AddSeconds(policy.BufferSeconds).UtcDateTime;
        var hour = new DateTimeOffset(ahead.Ticks - (ahead.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(1);
        return hour.AddSeconds(-policy.BufferSeconds);
    }

    /// <summary>What an active policy decides.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="points">What the hours need.</param>
    /// <param name="desired">What the group desires now.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="now">The instant.</param>
    public static CapacityDecision Decide(
        PredictivePolicy policy, IReadOnlyList<CapacityPoint> points, int desired, Limits limits, DateTimeOffset now)
    {
        if (!policy.IsActive) return CapacityDecision.Hold(desired, "FORECAST_ONLY", "the policy only forecasts");
        if (NeededAt(policy, points, now) is not { } needed)
            return CapacityDecision.Hold(desired, "NO_FORECAST", "there is no forecast for this hour");
        var max = MaxFor(policy, needed, limits.Max);
        var why = Reason.Of("FORECAST", $"the forecast needs {needed}");
        var decision = CapacityDecision.Within(desired, needed, limits with { Max = max }, why);
        if (max != limits.Max)
        {
            var raised = Reason.Of("MAX_INCREASED", $"the maximum goes from {limits.Max} to {max}");
            decision = decision with { Max = max, Why = why with { Because = [.. decision.Why.Because, raised] } };
        }

        var never = Reason.Of("NEVER_IN", $"{needed} would do, but a forecast never scales in");
        return decision.IsIn ? decision with { To = desired, Why = never } : decision;
    }

    private static int MaxFor(PredictivePolicy policy, int needed, int max)
    {
        if (policy.Breach == MaxCapacityBreach.HonorMaxCapacity) return max;
        var buffered = (int)(((long)needed * (100 + policy.Buffer) + 99) / 100);
        return Math.Max(max, buffered);
    }
}
