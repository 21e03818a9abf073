using Orrery.Core;

namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>
/// What step and simple policies make of an alarm. Source: EC2 Auto Scaling User Guide, "Step and simple scaling
/// policies" (Instance warm-up: the greater of what is desired and what the step asks for) and "Scaling cooldowns".
/// </summary>
public static class AlarmPolicyRules
{
    /// <summary>What a step policy decides.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="breach">What its alarm says.</param>
    /// <param name="facts">What the group has.</param>
    /// <param name="limits">Its limits.</param>
    public static CapacityDecision Step(StepPolicy policy, Breach breach, CapacityFacts facts, Limits limits)
    {
        if (StepRules.Find(policy.Steps, breach) is not { } step)
            return CapacityDecision.Hold(
                facts.Desired, "NO_STEP",
                FormattableString.Invariant($"no step covers a metric of {breach.Metric:0.####}"));
        var adjustment = new Adjustment(policy.Kind, step.Amount, policy.MinMagnitude);
        var text = FormattableString.Invariant(
            $"metric {breach.Metric:0.####} against threshold {breach.Threshold} falls in step {step} ({policy.Kind})");
        return Decide(adjustment, facts, limits, text);
    }

    /// <summary>What a simple policy decides.</summary>
    /// <param name="adjustment">What it states.</param>
    /// <param name="facts">What the group has.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="cooldown">What may hold it back.</param>
    /// <param name="now">The instant.</param>
    public static CapacityDecision Simple(
        Adjustment adjustment, CapacityFacts facts, Limits limits, Cooldown cooldown, DateTimeOffset now)
    {
        if (cooldown.IsBusy)
            return CapacityDecision.Hold(facts.Desired, "ACTIVITY_IN_PROGRESS", "a scaling activity is under way");
        if (now < cooldown.Until)
            return CapacityDecision.Hold(
                facts.Desired, "COOLDOWN", $"the cooldown lasts until {Causes.Cause.Time(cooldown.Until.Value)}");
        var wanted = AdjustmentRules.Apply(adjustment, facts.Desired);
        var why = Asked(adjustment, facts.Desired, wanted, "its alarm went off");
        return CapacityDecision.Within(facts.Desired, wanted, limits, why);
    }

    private static CapacityDecision Decide(Adjustment adjustment, CapacityFacts facts, Limits limits, string text)
    {
        var direction = AdjustmentRules.DirectionOf(adjustment);
        if (direction == 0 && adjustment.Kind == AdjustmentKind.ExactCapacity)
            direction = adjustment.Amount.CompareTo(facts.Desired);
        if (direction == 0) return CapacityDecision.Hold(facts.Desired, "NO_CHANGE", text + " asks for no change");
        if (direction < 0 && facts.IsScalingOut)
            return CapacityDecision.Hold(
                facts.Desired, "SCALE_OUT_IN_PROGRESS", text + "; nothing scales in while instances warm up");
        var current = direction > 0 ? facts.ForOut : facts.ForIn;
        var asked = AdjustmentRules.Apply(adjustment, current);
        var wanted = direction > 0 ? Math.Max(asked, facts.Desired) : Math.Min(asked, facts.Desired);
        var why = Asked(adjustment, current, asked, text);
        return wanted == asked
            ? CapacityDecision.Within(facts.Desired, wanted, limits, why)
            : new(facts.Desired, wanted, why with
            {
                Because = [.. why.Because, Reason.Of("ALREADY_DESIRED", $"{facts.Desired} is desired already")],
            });
    }

    private static Reason Asked(Adjustment adjustment, int current, int asked, string text) => new(
        "ADJUSTMENT",
        text,
        null,
        [Reason.Of("CAPACITY", $"{adjustment.Kind} {adjustment.Amount} makes {current} of now {asked}")]);
}
