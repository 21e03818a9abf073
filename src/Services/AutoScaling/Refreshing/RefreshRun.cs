using Orrery.Contracts.Alarms;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Refreshing;

/// <summary>
/// One look at a refresh. Source: EC2 Auto Scaling User Guide, "How an instance refresh works in an Auto Scaling
/// group", "Suspend and resume processes" (InstanceRefresh suspended pauses it); API Reference, RefreshPreferences (it
/// waits one hour for protected instances and for those in standby, then it fails). That the hour is the same for
/// everything that keeps it from replacing, runs from when it last came further, and leaves out warm-up, pauses and
/// hooks, is guessed.
/// </summary>
internal static class RefreshRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Brings the refresh of a group further, if there is one.</summary>
    public static void Look(Call call, GroupRecord group)
    {
        if (Refreshes.Active(call, group) is not { } refresh) return;
        var isSuspended = group.Suspends(Processes.InstanceRefresh);
        if (refresh.Status == InstanceRefreshStatus.Pending && !isSuspended)
            refresh = RefreshMoves.Begin(call, group, refresh);
        if (refresh.Status == InstanceRefreshStatus.Cancelling) RefreshMoves.Cancel(call, group, refresh, waits: true);
        else if (refresh.Status == InstanceRefreshStatus.Pending) return;
        else if (refresh.IsForward && Alarming(call, refresh) is { } alarm)
            RefreshMoves.Fail(call, group, refresh, $"The CloudWatch alarm {alarm} is in the ALARM state.");
        else if (refresh.Status == InstanceRefreshStatus.Baking) Bake(call, group, refresh);
        else if (isSuspended) Refreshes.Put(call, refresh with { Progressed = null }, refresh);
        else Work(call, group, refresh);
    }

    /// <summary>When the refresh of a group has to be looked at again; null where it waits for nothing.</summary>
    public static DateTimeOffset? Next(Call call, GroupRecord group)
    {
        if (Refreshes.Active(call, group) is not { Status: not InstanceRefreshStatus.Cancelling } refresh) return null;
        if (refresh.Status == InstanceRefreshStatus.Baking) return refresh.BakesUntil;
        var sight = RefreshSight.Of(call, group, refresh);
        DateTimeOffset?[] all = [sight.NextWarm, refresh.PausedUntil, Deadline(refresh, sight)];
        return all.Where(at => at > call.Now).Min();
    }

    private static void Bake(Call call, GroupRecord group, RefreshRecord refresh)
    {
        if (refresh.BakesUntil <= call.Now) RefreshMoves.Complete(call, group, refresh);
    }

    private static void Work(Call call, GroupRecord group, RefreshRecord refresh)
    {
        foreach (var member in RefreshSight.Of(call, group, refresh).GoingStandby.ToList())
            Depart(call, group, member);
        var sight = RefreshSight.Of(call, group, refresh);
        refresh = Note(call, refresh, sight);
        var step = RefreshRules.Next(sight.Facts(), call.Now);
        if (step.IsDone && sight.StaleInPool == 0
            && !sight.Blocked.Any(member => member.State == LifecycleState.Standby))
        {
            RefreshMoves.Complete(call, group, refresh);
        }
        else if (step.Checkpoint is { } checkpoint)
            RefreshMoves.Pause(call, group, refresh, checkpoint);
        else if (Deadline(refresh, sight) <= call.Now)
            RefreshMoves.Fail(call, group, refresh, $"No instance could be replaced for one hour. {Waits(sight)}");
        else
            Act(call, group, (refresh, sight), step);
    }

    private static void Act(
        Call call, GroupRecord group, (RefreshRecord Refresh, RefreshSight Sight) at, RefreshStep step)
    {
        var (refresh, sight) = at;
        var isPaused = refresh.PausedUntil > call.Now;
        Refreshes.Put(call, refresh with
        {
            Reason = isPaused ? refresh.Reason : step.Replacement.IsChange ? null : Waits(sight),
            PausedUntil = isPaused ? refresh.PausedUntil : null,
            Progressed = isPaused || refresh.PausedUntil is null ? refresh.Progressed : call.Now,
        }, refresh);
        if (group.Suspends(Processes.Launch) || group.Suspends(Processes.Terminate)) return;
        var old = Replacements.Choose(sight.Members, sight.Old, step.Replacement.Terminate);
        var going = old.Concat(Capacity.Reaching(sight.Unready, step.Replacement.TerminateUnready)).ToList();
        foreach (var member in going)
            Depart(call, group, member, step.Why);
        var launch = Replacements.Launches(step.Replacement, sight.Facts().Group, old.Count > 0);
        Replacements.LaunchAhead(call, group, launch, new("", Cause.Refreshing(call.Now))
        {
            Why = step.Why,
        });
    }

    private static void Depart(Call call, GroupRecord group, MemberRecord member, Core.Reason? why = null) =>
        Departures.Begin(call, group, member, new(
            "", $"{Cause.Refreshed(call.Now)}  {Cause.Selected(call.Now, member.Id)}")
        {
            Why = why,
        });

    // Takes note of how far it is; what moves it on starts the hour anew.
    private static RefreshRecord Note(Call call, RefreshRecord refresh, RefreshSight sight)
    {
        var last = refresh is { Rollback: null, Terms.Checkpoints: [.., var end] } ? end : 100;
        var noted = refresh with
        {
            Replaced = sight.Replaced,
            Percent = sight.Target == 0 ? 100 : (int)(100L * sight.Replaced / sight.Target),
            ToUpdate = Math.Max(0, RefreshRules.Count(sight.Target, last) - sight.Replaced),
            PoolToUpdate = sight.StaleInPool,
        };
        if (refresh.Rollback is { } rollback)
        {
            var left = Capacity.Of(sight.Stale);
            noted = noted with
            {
                Percent = rollback.Size == 0 ? 0 : (int)((long)rollback.Percent * left / rollback.Size),
                ToUpdate = Math.Max(0, sight.Desired - left),
            };
        }

        var isFurther = noted.Replaced > refresh.Replaced || noted.PoolToUpdate < refresh.PoolToUpdate
            || refresh.Progressed is null || sight.HasHookWait;
        return Refreshes.Put(call, isFurther ? noted with { Progressed = call.Now } : noted, refresh);
    }

    private static DateTimeOffset? Deadline(RefreshRecord refresh, RefreshSight sight)
    {
        if (refresh.Progressed is not { } from) return null;
        if (refresh.PausedUntil is { } paused && paused > from) from = paused;
        var isWarming = sight.Own.Any(member => member.State == LifecycleState.InService);
        return from + Patience
            + (isWarming && sight.Own.Count > sight.Ready.Count
                ? TimeSpan.FromSeconds(refresh.Terms.Warmup) : TimeSpan.Zero);
    }

    private static string Waits(RefreshSight sight)
    {
        if (sight.Own.FirstOrDefault(member => !sight.Ready.Contains(member)) is { } own)
        {
            return own switch
            {
                { IsPending: true } => $"Waiting for instances to be in service. For example: {own.Id}.",
                { Sickness: { } sickness } => $"Waiting for instances to be healthy. For example: {own.Id} has "
                    + $"{sickness}.",
                _ => $"Waiting for instances to warm up before continuing. For example: {own.Id} is still warming up.",
            };
        }

        return sight.Blocked.FirstOrDefault() is not { } blocked
            ? "Waiting for instances to be launched or terminated."
            : blocked.State == LifecycleState.Standby
                ? $"Waiting for instances to leave standby. For example: {blocked.Id}."
                : $"Waiting for scale-in protection to be removed. For example: {blocked.Id}.";
    }

    private static string? Alarming(Call call, RefreshRecord refresh) => refresh.Terms.Alarms.FirstOrDefault(
        name => call.FindPort<IAlarmStates>()?.StateOf(call, name) == "ALARM");
}
