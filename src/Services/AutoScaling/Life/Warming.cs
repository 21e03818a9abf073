using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Warm;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// How instances come into the warm pool: Warmed:Pending, perhaps Warmed:Pending:Wait and Warmed:Pending:Proceed, then
/// Warmed:Stopped, Warmed:Hibernated or Warmed:Running. What is next is decided by <see cref="WarmLifeRules"/>. Source:
/// EC2 Auto Scaling User Guide, "Use lifecycle hooks with a warm pool". That what is abandoned on its way back ends is
/// guessed.
/// </summary>
internal static class Warming
{
    private const int Launched = 30;
    private const int Hooked = 60;
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(5);

    /// <summary>Takes an instance into the pool that was launched for it.</summary>
    public static void Begin(Call call, GroupRecord group, MemberRecord member, Draft draft)
    {
        member = member with { State = LifecycleState.WarmedPending };
        var activity = Activities.Begin(call, group, draft with
        {
            Member = member, Status = ScalingActivityStatusCode.PreInService, Progress = Launched,
        });
        call.Write(Tables.Members).Put(member with { Activity = activity.Key });
        Observe(call, group, member.Id);
    }

    /// <summary>Takes an instance back that the group no longer needs. The words of the activity are guessed.</summary>
    public static void Return(Call call, GroupRecord group, MemberRecord member, Draft draft)
    {
        call.Cancel(HealthLoop.TimerKind, member.Id);
        Begin(
            call, group,
            member with
            {
                Origin = Whereabouts.AutoScalingGroup, IsProtected = false, IsExtra = false, ServiceSince = null,
            },
            draft with { Description = $"Returning EC2 instance to warm pool: {member.Id}" });
        GroupLoop.Wake(call, group.Name);
    }

    /// <summary>Looks what is to be done with an instance of the pool.</summary>
    public static void Observe(Call call, GroupRecord group, string id)
    {
        if (call.Read(Tables.Members).Find(new(id)) is not { IsWarm: true } member) return;
        var seen = Stages.Seen(call.Port<IInstanceSupply>().Find(call, id));
        Do(call, group, member, WarmLifeRules.Next(Stages.Of(member), seen, Stops(group)));
    }

    /// <summary>Goes on with an instance of whose hooks one ended.</summary>
    /// <param name="call">The call.</param>
    /// <param name="group">The group.</param>
    /// <param name="member">The instance, without the hook that ended.</param>
    /// <param name="abandoned">What its activity says, where the hook was abandoned.</param>
    public static void HookEnded(Call call, GroupRecord group, MemberRecord member, string? abandoned)
    {
        if (abandoned is not null) Abandon(call, group, member, abandoned);
        if (abandoned is not null || !member.Waits.IsEmpty) return;
        call.Write(Tables.Members).Put(member with { State = Stages.Proceeding(member.State) });
        Activities.Move(call, member.Activity, ScalingActivityStatusCode.InProgress, Hooked);
        Observe(call, group, member.Id);
    }

    private static bool Stops(GroupRecord group) => group.Pool is not { Runs: true };

    private static void Do(Call call, GroupRecord group, MemberRecord member, WarmStep step)
    {
        switch (step)
        {
            case WarmStep.Hooks:
                Hook(call, group, member);
                break;
            case WarmStep.Stop:
                Stop(call, group, member);
                break;
            case WarmStep.SettleStopped:
                Settle(
                    call, group, member,
                    call.Port<IInstanceSupply>().Find(call, member.Id) is { IsHibernated: true }
                        ? LifecycleState.WarmedHibernated : LifecycleState.WarmedStopped);
                break;
            case WarmStep.SettleRunning:
                Settle(call, group, member, LifecycleState.WarmedRunning);
                break;
            case WarmStep.GiveUp:
                GiveUp(call, group, member, "Instance became unhealthy while waiting for instance to be in the warm "
                    + $"pool. Instance: {member.Id}");
                break;
            case WarmStep.Sicken or WarmStep.None:
                PoolHealth.Examine(call, group, member.Id);
                break;
        }
    }

    // What comes from EC2 waits for hooks of launches, what comes back from the group for those of terminations.
    private static void Hook(Call call, GroupRecord group, MemberRecord member)
    {
        var transition = member.Origin == Whereabouts.AutoScalingGroup
            ? Transitions.Terminating : Transitions.Launching;
        if (HookActions.Begin(call, group, member, transition))
            Activities.Move(call, member.Activity, ScalingActivityStatusCode.MidLifecycleAction, Hooked);
        else
            Do(call, group, member, WarmLifeRules.Next(PoolStage.Proceeding, WarmSeen.Running, Stops(group)));
    }

    // Source: User Guide, "Warm pools", Limitations: only what has an EBS volume as its root device can be stopped.
    private static void Stop(Call call, GroupRecord group, MemberRecord member)
    {
        try
        {
            call.Port<IInstanceSupply>().Stop(call, member.Id, group.Pool is { Hibernates: true });
        }
        catch (ServiceException refusal)
        {
            GiveUp(call, group, member, refusal.Message);
            var now = Groups.Get(call, group.Name);
            if (now.Pool is { } pool)
            {
                call.Write(Tables.Groups).Put(now with
                {
                    Pool = pool with { Failures = pool.Failures + 1, RetryAt = call.Now + AfterRefusal },
                });
            }
        }
    }

    private static void Settle(Call call, GroupRecord group, MemberRecord member, LifecycleState state)
    {
        var activity = Activities.Move(call, member.Activity, ScalingActivityStatusCode.Successful, 100);
        call.Write(Tables.Members).Put(member with { State = state, Activity = null, Origin = null, Waits = [] });
        if (activity is not null)
            Tell.Ended(call, group, activity, launch: member.Origin != Whereabouts.AutoScalingGroup);
        GroupLoop.Wake(call, group.Name);
        PoolHealth.Examine(call, group, member.Id);
    }

    private static void Abandon(Call call, GroupRecord group, MemberRecord member, string message)
    {
        HookActions.Forget(call, member);
        Ended(call, group, member, ScalingActivityStatusCode.Cancelled, message);
        var cause = $"At {Cause.Time(call.Now)} an instance was taken out of service in response to a lifecycle action "
            + "that was abandoned.";
        Departures.Begin(call, group, member with { Waits = [], Activity = null }, new("", cause), hooks: false);
    }

    private static void GiveUp(Call call, GroupRecord group, MemberRecord member, string message)
    {
        Ended(call, group, member, ScalingActivityStatusCode.Failed, message);
        Departures.Remove(call, group, member);
        call.Port<IInstanceSupply>().Terminate(call, member.Id);
    }

    private static void Ended(
        Call call, GroupRecord group, MemberRecord member, ScalingActivityStatusCode status, string message)
    {
        var activity = Activities.Move(call, member.Activity, status, 100, message);
        if (activity is not null)
            Tell.Ended(call, group, activity, launch: member.Origin != Whereabouts.AutoScalingGroup);
    }
}
