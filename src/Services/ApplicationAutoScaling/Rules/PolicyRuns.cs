using Orrery.Contracts.Alarms;
using Orrery.Contracts.Scaling;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Adjustments;
using Orrery.Engines.Scaling.Policies;
using Orrery.Engines.Scaling.Tracking;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>
/// What alarms make policies do. All policies of a target are asked together, the largest capacity wins. Source: API
/// Reference, PutScalingPolicy.
/// </summary>
internal static class PolicyRuns
{
    private const string InAlarm = "ALARM";
    private const int UsualCooldown = 300;

    /// <summary>Asks the policies of a target.</summary>
    /// <returns>Whether they are to be asked again soon, because alarms go on and there is room to do
    /// something.</returns>
    public static bool Evaluate(Call call, TargetRecord target)
    {
        var provider = Providers.Find(call, target.Dimension);
        if (provider?.Find(call, target.Resource) is not { IsActive: true } state) return false;
        var asked = PolicyStore.Of(call, target.Key).Select(policy => Ask(call, (provider, state), target, policy))
            .ToList();
        if (!asked.Any(one => one.Alarm is not null)) return false;
        if (!state.IsScalable)
        {
            Note(call, target, asked.First(one => one.Alarm is not null), new("TargetServicePutResourceAsUnscalable"));
            return true;
        }

        var outcome = PolicyRules.Resolve(state.Capacity, [.. asked.Select(one => one.Verdict)]);
        if (outcome.Decision.IsChange)
        {
            Apply(call, target, asked.First(one => one.Policy.Name == outcome.Winner), outcome);
            return true;
        }

        Explain(call, target, asked, state.Capacity);
        return asked.Any(one => one.Alarm is { } alarm && CanMove(one.Policy, alarm, target, state.Capacity));
    }

    private static Answer Ask(
        Call call, (IScalableDimension Provider, ScalableState State) resource, TargetRecord target,
        PolicyRecord policy)
    {
        var alarm = call.Port<IAlarmKeeper>().WithAction(call, policy.Arn)
            .FirstOrDefault(one => one is { State: InAlarm, Value: not null });
        var usual = policy.Tracking is null ? UsualCooldown : resource.Provider.UsualCooldown;
        var cooldownOut = TimeSpan.FromSeconds(policy.Tracking?.OutCooldown ?? policy.Cooldown ?? usual);
        var cooldownIn = TimeSpan.FromSeconds(policy.Tracking?.InCooldown ?? policy.Cooldown ?? usual);
        var last = target.Last is { } move ? new LastMove(move.At, move.Base, move.To) : null;
        var facts = CooldownRules.Facts(resource.State.Capacity, last, cooldownOut, call.Now);
        var decision = Allowed(
            CooldownRules.Held(Decide(policy, alarm, facts, new(target.Min, target.Max)), last, cooldownIn, call.Now),
            target);
        var verdict = new PolicyVerdict(
            policy.Name, policy.Tracking is null ? PolicyKind.Step : PolicyKind.TargetTracking, decision,
            policy.Tracking is not { DisableScaleIn: true });
        return new(policy, alarm, verdict, facts.Ready);
    }

    private static CapacityDecision Decide(PolicyRecord policy, KeptAlarm? alarm, CapacityFacts facts, Limits limits)
    {
        if (alarm is null)
            return CapacityDecision.Hold(facts.Desired, "NO_ALARM", $"no alarm of {policy.Name} is in ALARM");
        return policy.Tracking is { } tracking
            ? TrackingRules.Decide(
                PolicyStore.EngineOf(tracking), alarm.IsAbove ? AlarmSide.High : AlarmSide.Low, alarm.Value, facts,
                limits)
            : AlarmPolicyRules.Step(
                new(
                    Enum.Parse<AdjustmentKind>(policy.AdjustmentType!.Value.ToWire()),
                    [.. policy.Steps.Select(PolicyRequests.Interval)], policy.MinMagnitude ?? 0),
                new(alarm.Value!.Value, alarm.Threshold ?? 0, alarm.IsAbove), facts, limits);
    }

    private static CapacityDecision Allowed(CapacityDecision decision, TargetRecord target)
    {
        if (decision.IsOut && target.SuspendsOut)
            return CapacityDecision.Hold(decision.From, "SUSPENDED", "scaling out is suspended");
        return decision.IsIn && target.SuspendsIn
            ? CapacityDecision.Hold(decision.From, "SUSPENDED", "scaling in is suspended") : decision;
    }

    private static void Apply(Call call, TargetRecord target, Answer winner, PolicyOutcome outcome)
    {
        var decision = outcome.Decision;
        if (!CapacityChanges.Set(call, target, new(decision.To, CauseOf(winner), decision.Why))) return;
        var from = decision.IsOut ? winner.Base : decision.From;
        var now = call.Read(Tables.Targets).Find(target.Key)!;
        call.Write(Tables.Targets).Put(now with { Last = new(call.Now, from, decision.To) });
    }

    // Why nothing is done, where AWS has a code for it; the cooldown has none.
    private static void Explain(Call call, TargetRecord target, IReadOnlyList<Answer> asked, int capacity)
    {
        foreach (var one in asked.Where(answer => answer.Alarm is not null))
        {
            NotScaledRecord? reason = one switch
            {
                _ when Has(one, "MAX_SIZE") => new("AlreadyAtMaxCapacity", Max: target.Max),
                _ when Has(one, "MIN_SIZE") => new("AlreadyAtMinCapacity", Min: target.Min),
                _ when Has(one, "ALREADY_DESIRED") => new("AlreadyAtDesiredCapacity", Current: capacity),
                _ => null,
            };
            if (reason is null) continue;
            Note(call, target, one, reason);
            return;
        }
    }

    private static bool Has(Answer answer, string code) =>
        answer.Verdict.Decision.Why.Because.Any(reason => reason.Code == code);

    private static void Note(Call call, TargetRecord target, Answer answer, NotScaledRecord reason) =>
        ActivityLog.Add(call, new()
        {
            Key = target.Key, Id = "", Namespace = target.Namespace, Dimension = target.Dimension,
            Resource = target.Resource, Start = call.Now, End = call.Now,
            Description = "Attempting to scale due to alarm triggered", Cause = CauseOf(answer),
            Status = ScalingActivityStatusCode.Unfulfilled, NotScaled = reason, Why = answer.Verdict.Decision.Why,
        });

    private static string CauseOf(Answer answer) =>
        $"monitor alarm {answer.Alarm!.Name} in state ALARM triggered policy {answer.Policy.Name}";

    // At a limit nothing can come of an alarm that goes on: it is asked again when limits or capacity change.
    private static bool CanMove(PolicyRecord policy, KeptAlarm alarm, TargetRecord target, int capacity)
    {
        if (policy.Tracking is not null) return alarm.IsAbove ? capacity < target.Max : capacity > target.Min;
        return policy.Steps.Any(step => step.Amount != 0) && (capacity < target.Max || capacity > target.Min);
    }

    private sealed record Answer(PolicyRecord Policy, KeptAlarm? Alarm, PolicyVerdict Verdict, int Base);
}
