using Orrery.Contracts.Alarms;
using Orrery.Engines.Scaling.Tracking;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Services.ApplicationAutoScaling.Loops;
using Orrery.Services.ApplicationAutoScaling.Records;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>Finds, keeps and deletes policies, with the alarms that they own.</summary>
internal static class PolicyStore
{
    /// <summary>The policies of a target, by name.</summary>
    public static IEnumerable<PolicyRecord> Of(ReadCall call, ScalableKey target) =>
        call.Read(Tables.Policies).By(Tables.PoliciesByTarget, target.Value);

    /// <summary>The policy of an ARN; null where there is none.</summary>
    public static PolicyRecord? ByArn(ReadCall call, string arn) =>
        call.Read(Tables.Policies).By(Tables.PoliciesByArn, arn).FirstOrDefault();

    /// <summary>The ARN of a new policy.</summary>
    public static string NewArn(Call call, TargetRecord target, string name) =>
        $"arn:aws:autoscaling:{call.Region}:{call.Account}:scalingPolicy:{Uuids.New(call)}:"
        + $"resource/{target.Namespace}/{target.Resource}:policyName/{name}";

    /// <summary>Keeps a policy; what it tracks is watched by alarms of its own.</summary>
    public static PolicyRecord Put(Call call, TargetRecord target, PolicyRecord policy)
    {
        var policies = call.Write(Tables.Policies);
        var before = policies.Find(policy.Key);
        // The alarms name the policy as their action: it has to be there first.
        policies.Put(policy with { Alarms = [] });
        if (before is { Alarms.IsEmpty: false }) call.Port<IAlarmKeeper>().Delete(call, before.Alarms);
        if (policy.Tracking is not null)
        {
            policy = policy with { Alarms = [.. Watch(call, target, policy)] };
            policies.Put(policy);
        }

        PolicyLoop.Wake(call, target.Key);
        return policy;
    }

    /// <summary>
    /// Deletes a policy and the alarms that it owns; alarms of users stay, without the action. Source: API Reference,
    /// DeleteScalingPolicy.
    /// </summary>
    public static void Delete(Call call, PolicyRecord policy)
    {
        if (!policy.Alarms.IsEmpty) call.Port<IAlarmKeeper>().Delete(call, policy.Alarms);
        call.Port<IAlarmKeeper>().Release(call, policy.Arn, deletesIdle: false);
        call.Write(Tables.Policies).Remove(policy.Key);
    }

    /// <summary>A target tracking policy as the engine takes it.</summary>
    public static TrackingPolicy EngineOf(TrackingRecord tracking) => new(
        tracking.Target, tracking.DisableScaleIn ?? false, PeriodSeconds: tracking.Subject.Period);

    private static IEnumerable<string> Watch(Call call, TargetRecord target, PolicyRecord policy)
    {
        var tracking = policy.Tracking!;
        foreach (var alarm in TrackingRules.AlarmsOf(EngineOf(tracking)))
        {
            yield return call.Port<IAlarmKeeper>().Put(call, new()
            {
                Name = alarm.NameFor(target.Resource, Uuids.New(call)),
                Description = $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.Arn}.",
                Subject = tracking.Subject,
                EvaluationPeriods = alarm.Periods,
                Threshold = alarm.Threshold,
                IsAbove = alarm.Above,
                Actions = [policy.Arn],
            }).Name;
        }
    }
}
