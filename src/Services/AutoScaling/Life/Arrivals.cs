using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// How instances come into a group: Pending, perhaps Pending:Wait, InService. Source: EC2 Auto Scaling User Guide,
/// "Instance lifecycle" and "How lifecycle hooks work".
/// </summary>
internal static class Arrivals
{
    private const int Launched = 30;
    private const int Hooked = 60;

    /// <summary>Takes an instance in that was launched, that is attached, or that comes back from standby.</summary>
    public static ActivityRecord Begin(Call call, GroupRecord group, MemberRecord member, Draft draft)
    {
        member = member with { State = LifecycleState.Pending };
        var activity = Activities.Begin(call, group, draft with
        {
            Member = member, Status = ScalingActivityStatusCode.PreInService, Progress = Launched,
        });
        call.Write(Tables.Members).Put(member with { Activity = activity.Key });
        Observe(call, group, member.Id);
        return activity;
    }

    /// <summary>Looks whether an instance that comes runs by now, or never will.</summary>
    public static void Observe(Call call, GroupRecord group, string id)
    {
        if (call.Read(Tables.Members).Find(new(id)) is not { IsPending: true } member) return;
        switch (call.Port<IInstanceSupply>().Find(call, id)?.State)
        {
            case SuppliedState.Pending:
                break;
            case SuppliedState.Running:
                if (member.State == LifecycleState.Pending) Ran(call, group, member);
                break;
            default:
                Lost(call, group, member);
                break;
        }
    }

    /// <summary>Puts an instance into service whose hooks are done, if it has any.</summary>
    public static void Serve(Call call, GroupRecord group, MemberRecord member)
    {
        var activity = Activities.Move(call, member.Activity, ScalingActivityStatusCode.Successful, 100);
        call.Write(Tables.Members).Put(member with
        {
            State = LifecycleState.InService, ServiceSince = call.Now, Activity = null, Waits = [], Origin = null,
        });
        if (activity is not null) Tell.Ended(call, group, activity, launch: true);
        Note(call, group);
        Health.Examine(call, group, member.Id);
    }

    /// <summary>Gives an instance up whose launch was abandoned.</summary>
    public static void Abandon(Call call, GroupRecord group, MemberRecord member, string message)
    {
        HookActions.Forget(call, member);
        var activity = Activities.Move(call, member.Activity, ScalingActivityStatusCode.Cancelled, 100, message);
        if (activity is not null) Tell.Ended(call, group, activity, launch: true);
        member = member with { Waits = [], Activity = null };
        var cause = $"At {Engines.Scaling.Causes.Cause.Time(call.Now)} an instance was taken out of service in "
            + "response to a lifecycle action that was abandoned.";
        Departures.Begin(call, group, member, new("", cause), hooks: false);
    }

    private static void Ran(Call call, GroupRecord group, MemberRecord member)
    {
        if (HookActions.Begin(call, group, member, Transitions.Launching))
            Activities.Move(call, member.Activity, ScalingActivityStatusCode.MidLifecycleAction, Hooked);
        else
            Serve(call, group, member);
    }

    private static void Lost(Call call, GroupRecord group, MemberRecord member)
    {
        HookActions.Forget(call, member);
        var activity = Activities.Move(
            call, member.Activity, ScalingActivityStatusCode.Failed, 100,
            $"Instance became unhealthy while waiting for instance to be in InService state. Instance: {member.Id}");
        if (activity is not null) Tell.Ended(call, group, activity, launch: true);
        call.Write(Tables.Members).Remove(member.Key);
        call.Port<IInstanceSupply>().Terminate(call, member.Id);
        Note(call, group);
    }

    private static void Note(Call call, GroupRecord group)
    {
        if (call.Read(Tables.Groups).Find(group.Key) is { } now)
            call.Write(Tables.Groups).Put(now with { LastActivity = call.Now });
        GroupLoop.Wake(call, group.Name);
    }
}
