using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Ends what is unhealthy: one activity ends the instance, and later another one starts a new one; with a maintenance
/// policy that wants the successor first, the instance stays until that is ready. What does not run any more goes at
/// once in any case (guessed). Source: EC2 Auto Scaling User Guide, "Health checks", Replacement of unhealthy
/// instances, and "Instance maintenance policy for Auto Scaling group".
/// </summary>
internal static class Unhealthy
{
    /// <summary>Ends them, or launches their successors.</summary>
    public static void Replace(Call call, GroupRecord group)
    {
        if (group.Suspends(Processes.ReplaceUnhealthy) || group.Suspends(Processes.Terminate)) return;
        var members = Groups.Members(call, group.Name).ToList();
        var sick = members.Where(member => member is { State: LifecycleState.InService, Sickness: not null }).ToList();
        if (sick.Count == 0) return;
        if (group.Maintenance is not { } policy)
        {
            End(call, group, sick);
            return;
        }

        var dead = sick.Where(member => !Runs(call, member)).ToList();
        End(call, group, dead);
        sick = [.. sick.Except(dead)];
        var facts = Replacements.Facts(call, group, members) with { Unready = Capacity.Of(sick) };
        var step = ReplacementRules.Next(policy.Range, facts);
        End(call, group, Capacity.Reaching(sick, step.TerminateUnready));
        var cause = $"At {Cause.Time(call.Now)} an instance was launched in response to an unhealthy instance needing "
            + "to be replaced.";
        if (sick.Count > 0) Replacements.LaunchAhead(call, group, step.Launch, new("", cause) { Why = step.Why });
    }

    private static bool Runs(Call call, MemberRecord member) => call.Port<IInstanceSupply>().Find(call, member.Id) is
        { State: SuppliedState.Pending or SuppliedState.Running };

    private static void End(Call call, GroupRecord group, IEnumerable<MemberRecord> sick)
    {
        foreach (var member in sick)
        {
            Departures.Begin(call, group, member, new("", Cause.Unhealthy(call.Now, member.Sickness!))
            {
                Why = new("UNHEALTHY", $"{member.Id} is unhealthy", member.Id,
                    [Core.Reason.Of("HEALTH_CHECK", member.Sickness!, member.Id)]),
            });
        }
    }
}
