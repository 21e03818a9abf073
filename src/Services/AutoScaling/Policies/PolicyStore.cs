using Orrery.Operations;
using Orrery.Contracts.Alarms;
using Orrery.Engines.Scaling.Tracking;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Policies;

/// <summary>Finds, keeps and deletes policies, with the alarms that they own.</summary>
internal static class PolicyStore
{
    private const string Middle = ":policyName/";

    /// <summary>The policies of a group, by name.</summary>
    public static IEnumerable<PolicyRecord> Of(ReadCall call, string group) =>
        call.Read(Tables.Policies).By(Tables.PoliciesByGroup, group);

    /// <summary>The policy of a name in a group, or of an ARN.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: there is none.</exception>
    public static PolicyRecord Get(ReadCall call, string? group, string nameOrArn)
    {
        if (ByArn(call, nameOrArn) is { } found && (group is null || group == found.Group)) return found;
        if (group is null) throw Errors.Invalid("AutoScalingGroupName must be specified with a policy name");
        return call.Read(Tables.Policies).Find(Ids.ScalingKey.Of(group, nameOrArn))
            ?? throw Errors.Invalid("No Scaling Policy found");
    }

    /// <summary>The policy of an ARN; null where there is none.</summary>
    public static PolicyRecord? ByArn(ReadCall call, string arn) =>
        call.Read(Tables.Policies).By(Tables.PoliciesByArn, arn).FirstOrDefault();

    /// <summary>The ARN of a new policy.</summary>
    public static string NewArn(Call call, string group, string name) =>
        $"arn:aws:autoscaling:{call.Region}:{call.Account}:scalingPolicy:{Uuids.New(call)}:autoScalingGroupName/{group}"
        + Middle + name;

    /// <summary>Keeps a policy; what it tracks is watched by alarms of its own.</summary>
    public static PolicyRecord Put(Call call, PolicyRecord policy)
    {
        var policies = call.Write(Tables.Policies);
        var before = policies.Find(policy.Key);
        // The alarms name the policy as their action: it has to be there first.
        policies.Put(policy);
        if (before is not null) call.Port<IAlarmKeeper>().Delete(call, before.Alarms);
        if (policy.Tracking is not null)
        {
            policy = policy with { Alarms = [.. Watch(call, policy)] };
            policies.Put(policy);
        }

        // A policy that was put anew forecasts anew.
        ForecastLoop.Forget(call, policy);
        ForecastLoop.Plan(call, policy);
        PolicyLoop.Wake(call, policy.Group);
        return policy;
    }

    /// <summary>
    /// Deletes a policy and its alarms. Alarms of users lose the action; those that have no other go with a group.
    /// Source: API Reference, DeletePolicy and DeleteAutoScalingGroup. That one which a composite alarm names stays is
    /// guessed.
    /// </summary>
    public static void Delete(Call call, PolicyRecord policy, bool withGroup = false)
    {
        if (!policy.Alarms.IsEmpty) call.Port<IAlarmKeeper>().Delete(call, policy.Alarms);
        call.Port<IAlarmKeeper>().Release(call, policy.Arn, withGroup);
        ForecastLoop.Forget(call, policy);
        call.Write(Tables.Policies).Remove(policy.Key);
        PolicyLoop.Unforeseen(call, policy.Group);
    }

    /// <summary>What a policy tracks, as alarms watch it.</summary>
    public static AlarmSubject Subject(PolicyRecord policy) => policy.Tracking!.Custom ?? new()
    {
        Statistic = "Average",
        Metric = new(
            "AWS/EC2",
            policy.Tracking.Predefined switch
            {
                MetricType.ASGAverageNetworkIn => "NetworkIn",
                MetricType.ASGAverageNetworkOut => "NetworkOut",
                _ => "CPUUtilization",
            },
            [new("AutoScalingGroupName", policy.Group)]),
    };

    /// <summary>A policy as the engine takes it.</summary>
    public static TrackingPolicy EngineOf(PolicyRecord policy) => new(
        policy.Tracking!.Target, policy.Tracking.DisableScaleIn, PeriodSeconds: Subject(policy).Period);

    private static IEnumerable<string> Watch(Call call, PolicyRecord policy)
    {
        foreach (var alarm in TrackingRules.AlarmsOf(EngineOf(policy)))
        {
            yield return call.Port<IAlarmKeeper>().Put(call, new()
            {
                Name = alarm.NameFor(policy.Group, Uuids.New(call)),
                Description = $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.Arn}.",
                Subject = Subject(policy),
                EvaluationPeriods = alarm.Periods,
                Threshold = alarm.Threshold,
                IsAbove = alarm.Above,
                Actions = [policy.Arn],
            }).Name;
        }
    }
}
