using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Deletes groups: the instances go first, without waiting for hooks. Source: API Reference, DeleteAutoScalingGroup.
/// </summary>
internal static class Closing
{
    /// <summary>Begins, or goes on with, deleting a group.</summary>
    public static void Run(Call call, GroupRecord group)
    {
        var members = Groups.All(call, group.Name).ToList();
        foreach (var member in members)
        {
            End(call, group, member, "group");
        }

        if (Groups.All(call, group.Name).Any()) return;
        foreach (var hook in call.Read(Tables.Hooks).By(Tables.HooksByGroup, group.Name).ToList())
            call.Write(Tables.Hooks).Remove(hook.Key);
        foreach (var policy in Policies.PolicyStore.Of(call, group.Name).ToList())
            Policies.PolicyStore.Delete(call, policy, withGroup: true);
        foreach (var schedule in Schedules.Actions.Of(call, group.Name).ToList())
            Schedules.Actions.Delete(call, group.Name, schedule.Name);
        Refreshing.Refreshes.Forget(call, group);
        call.Cancel(PolicyLoop.TimerKind, group.Name);
        call.Cancel(GroupLoop.TimerKind, group.Name);
        LaterLoop.Plan(call, (group.Name, null));
        call.Write(Tables.Groups).Remove(group.Key);
    }

    /// <summary>Ends an instance of what is being deleted, without waiting for hooks.</summary>
    public static void End(Call call, GroupRecord group, MemberRecord member, string what)
    {
        if (member.State is LifecycleState.TerminatingWait or LifecycleState.WarmedTerminatingWait)
            Departures.Proceed(call, group, member);
        if (member.IsTerminating) return;
        Departures.Begin(
            call, group, member,
            new("", $"At {Cause.Time(call.Now)} an instance was taken out of service in response to the deletion of "
                + $"the {what}."),
            hooks: false);
    }
}
