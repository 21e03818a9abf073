using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// How instances leave a group: Terminating, perhaps Terminating:Wait, Terminating:Proceed, and gone. Source: EC2 Auto
/// Scaling User Guide, "Instance lifecycle" and "How lifecycle hooks work". From the warm pool they go alike, through
/// Warmed:Terminating and so on.
/// </summary>
internal static class Departures
{
    /// <summary>Begins to end an instance.</summary>
    /// <param name="call">The call.</param>
    /// <param name="group">Its group.</param>
    /// <param name="member">The instance.</param>
    /// <param name="draft">Why; its description is ours.</param>
    /// <param name="hooks">Whether hooks are waited for.</param>
    public static ActivityRecord Begin(
        Call call, GroupRecord group, MemberRecord member, Draft draft, bool hooks = true)
    {
        if ((member.IsPending || member.IsWarming) && member.Activity is not null)
        {
            HookActions.Forget(call, member);
            Activities.Move(
                call, member.Activity, ScalingActivityStatusCode.Cancelled, 100, "The instance was terminated.");
        }

        var from = member.IsWarm ? " from warm pool" : "";
        member = member with
        {
            State = member.IsWarm ? LifecycleState.WarmedTerminating : LifecycleState.Terminating, Waits = [],
        };
        var activity = Activities.Begin(call, group, draft with
        {
            Description = $"Terminating EC2 instance{from}: {member.Id}", Member = member,
        });
        member = member with { Activity = activity.Key };
        call.Write(Tables.Members).Put(member);
        GroupLoop.Wake(call, group.Name);
        if (!hooks || !HookActions.Begin(call, group, member, Transitions.Terminating))
        {
            Proceed(call, group, member);
            return activity;
        }

        return Activities.Move(call, activity.Key, ScalingActivityStatusCode.MidLifecycleAction, 60)!;
    }

    /// <summary>Ends an instance whose hooks are done, if it has any.</summary>
    public static void Proceed(Call call, GroupRecord group, MemberRecord member)
    {
        HookActions.Forget(call, member);
        call.Write(Tables.Members).Put(member with { State = Stages.Proceeding(member.State), Waits = [] });
        Activities.Move(call, member.Activity, ScalingActivityStatusCode.InProgress, 50);
        call.Port<IInstanceSupply>().Terminate(call, member.Id);
        Observe(call, group, member.Id);
    }

    /// <summary>
    /// Keeps an instance, beside the group, whose hook was abandoned. Source: EC2 Auto Scaling User Guide, "Control
    /// instance retention with instance lifecycle policies". What its activity says is guessed.
    /// </summary>
    public static void Retain(Call call, GroupRecord group, MemberRecord member, string message)
    {
        HookActions.Forget(call, member);
        Activities.Move(call, member.Activity, ScalingActivityStatusCode.Cancelled, 100, message);
        call.Write(Tables.Members).Put(member with
        {
            State = Stages.Retained(member.State), Waits = [], Activity = null, Origin = null,
        });
        GroupLoop.Wake(call, group.Name);
        Observe(call, group, member.Id);
    }

    /// <summary>Looks whether an instance that goes is gone.</summary>
    public static void Observe(Call call, GroupRecord group, string id)
    {
        if (call.Read(Tables.Members).Find(new(id)) is not { } member
            || !(member.IsTerminating || member.IsRetained)
            || member.State is LifecycleState.TerminatingWait or LifecycleState.WarmedTerminatingWait
            || call.Port<IInstanceSupply>().Find(call, id) is { State: not SuppliedState.Terminated })
        {
            return;
        }

        var activity = Activities.Move(call, member.Activity, ScalingActivityStatusCode.Successful, 100);
        if (activity is not null) Tell.Ended(call, group, activity, launch: false);
        Remove(call, group, member);
    }

    /// <summary>Takes an instance out of a group, whatever becomes of it.</summary>
    public static void Remove(Call call, GroupRecord group, MemberRecord member)
    {
        HookActions.Forget(call, member);
        call.Cancel(HealthLoop.TimerKind, member.Id);
        call.Write(Tables.Members).Remove(member.Key);
        if (call.Read(Tables.Groups).Find(group.Key) is { } now)
            call.Write(Tables.Groups).Put(now with { LastActivity = call.Now });
        GroupLoop.Wake(call, group.Name);
    }
}
