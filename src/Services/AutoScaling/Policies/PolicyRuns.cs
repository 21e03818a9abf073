using Orrery.Contracts.Alarms;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Adjustments;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Policies;
using Orrery.Engines.Scaling.Tracking;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>
/// What alarms and users make policies do. All step and target tracking policies of a group are asked together: the
/// largest capacity wins. Source: EC2 Auto Scaling User Guide, "Dynamic scaling", Multiple scaling policies.
/// </summary>
internal static class PolicyRuns
{
    /// <summary>Asks the step and target tracking policies of a group.</summary>
    /// <returns>When they are to be asked again, because alarms go on and there is room to do something; null for not
    /// before something new happens.</returns>
    public static DateTimeOffset? Evaluate(Call call, GroupRecord group)
    {
        if (group.Suspends(Processes.AlarmNotification) || group.IsDeleting) return null;
        using var asked = Asking.Of(call, group);
        if (!asked.IsOn) return null;
        var outcome = asked.Now();
        Apply(call, group, outcome, asked.AlarmOf(outcome.Winner));
        if (outcome.Decision.To != group.Desired) return call.Now + Foresight.Minute;
        return asked.Alarms.Any(one => CanMove(one.Policy, one.Alarm, group))
            ? asked.Next(outcome) : null;
    }

    /// <summary>What a step or target tracking policy says, given its alarms that are in ALARM.</summary>
    public static PolicyVerdict Verdict(
        ReadCall call, GroupRecord group, PolicyRecord policy, IReadOnlyList<KeptAlarm> alarms) =>
        Verdict(group, policy, alarms, Facts(call, group, policy));

    /// <summary>What a step or target tracking policy says, given what the group has.</summary>
    public static PolicyVerdict Verdict(
        GroupRecord group, PolicyRecord policy, IReadOnlyList<KeptAlarm> alarms, CapacityFacts facts) => new(
        policy.Name,
        policy.Tracking is null ? PolicyKind.Step : PolicyKind.TargetTracking,
        Decide(group, policy, alarms, facts),
        policy.Tracking is not { DisableScaleIn: true });

    /// <summary>Runs a simple policy for an alarm or a user.</summary>
    public static CapacityDecision Simple(
        Call call, GroupRecord group, PolicyRecord policy, string? alarm, bool honorCooldown = true)
    {
        var decision = WouldDo(call, group, policy, honorCooldown);
        Apply(call, group, new(decision, policy.Name), alarm ?? "");
        return decision;
    }

    /// <summary>What a simple policy would do if it were run now.</summary>
    public static CapacityDecision WouldDo(
        ReadCall call, GroupRecord group, PolicyRecord policy, bool honorCooldown = true)
    {
        var facts = Facts(call, group, policy);
        var seconds = policy.Cooldown ?? group.DefaultCooldown;
        var cooldown = honorCooldown
            ? new Cooldown(group.LastActivity, TimeSpan.FromSeconds(seconds), facts.WarmingUp + facts.Terminating > 0)
            : default;
        return AlarmPolicyRules.Simple(
            AdjustmentOf(policy), facts, new(group.Min, group.Max), cooldown, call.Now);
    }

    /// <summary>Runs a step policy for a user, who says what the metric is.</summary>
    public static CapacityDecision Step(Call call, GroupRecord group, PolicyRecord policy, Breach breach)
    {
        var decision = AlarmPolicyRules.Step(
            EngineOf(policy), breach, Facts(call, group, policy), new(group.Min, group.Max));
        Apply(call, group, new(decision, policy.Name), "");
        return decision;
    }

    /// <summary>
    /// What a group has, for a policy: what warms up is told from what has warmed up. Source: EC2 Auto Scaling User
    /// Guide, "Set the default instance warmup" (without one, the policy's, else the default cooldown).
    /// </summary>
    public static CapacityFacts Facts(ReadCall call, GroupRecord group, PolicyRecord policy) =>
        new Headcount(group.Desired, Groups.Members(call, group.Name)).At(call.Now, WarmupOf(group, policy));

    /// <summary>How long what is in service warms up, for a policy; simple ones count it at once.</summary>
    public static TimeSpan WarmupOf(GroupRecord group, PolicyRecord policy) => policy.Type == PolicyRequests.Simple
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(policy.Warmup ?? group.Warmup ?? group.DefaultCooldown);

    private static CapacityDecision Decide(
        GroupRecord group, PolicyRecord policy, IReadOnlyList<KeptAlarm> alarms, CapacityFacts facts)
    {
        var limits = new Limits(group.Min, group.Max);
        if (alarms.FirstOrDefault(alarm => alarm.Value is not null) is not { } alarm)
            return CapacityDecision.Hold(group.Desired, "NO_ALARM", $"no alarm of {policy.Name} is in ALARM");
        var decision = policy.Tracking is null
            ? AlarmPolicyRules.Step(
                EngineOf(policy), new(alarm.Value!.Value, alarm.Threshold ?? 0, alarm.IsAbove), facts, limits)
            : TrackingRules.Decide(
                PolicyStore.EngineOf(policy), alarm.IsAbove ? AlarmSide.High : AlarmSide.Low, alarm.Value, facts,
                limits);
        return decision with
        {
            Why = decision.Why with { Because = [.. decision.Why.Because, AlarmTexts.Reason(alarm)] },
        };
    }

    private static void Apply(Call call, GroupRecord group, PolicyOutcome outcome, string alarm)
    {
        var decision = outcome.Decision;
        Decisions.Note(call, group, outcome);
        if (decision.To == group.Desired) return;
        var text = alarm.Length > 0
            ? Cause.Alarm(call.Now, alarm, outcome.Winner!, decision)
            : $"At {Cause.Time(call.Now)} a user request executed policy {outcome.Winner} changing the desired "
                + "capacity "
                + $"from {decision.From} to {decision.To}.";
        Groups.Put(call, Groups.Desire(group, decision.To, new(call.Now, text, decision.Why)));
    }

    // At a limit nothing can come of an alarm that goes on: it is asked again when limits or capacity change.
    private static bool CanMove(PolicyRecord policy, KeptAlarm alarm, GroupRecord group)
    {
        var (canGrow, canShrink) = (group.Desired < group.Max, group.Desired > group.Min);
        if (policy.Tracking is not null) return alarm.IsAbove ? canGrow : canShrink;
        return policy.Steps.Any(step => step.Amount != 0) && (canGrow || canShrink);
    }

    private static StepPolicy EngineOf(PolicyRecord policy) => new(
        Enum.Parse<AdjustmentKind>(policy.AdjustmentType!), [.. policy.Steps.Select(PolicyRequests.Interval)],
        policy.MinMagnitude ?? 0);

    private static Adjustment AdjustmentOf(PolicyRecord policy) => new(
        Enum.Parse<AdjustmentKind>(policy.AdjustmentType!), policy.Adjustment!.Value, policy.MinMagnitude ?? 0);
}
