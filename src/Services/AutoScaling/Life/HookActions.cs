using Orrery.Operations;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// Lifecycle actions: they begin together, each ends by CONTINUE, ABANDON or by time, and the instance goes on when all
/// have ended or one is abandoned. Source: EC2 Auto Scaling User Guide, "How lifecycle hooks work" and "Add lifecycle
/// hooks".
/// </summary>
internal static class HookActions
{
    /// <summary>The result with which an instance goes on.</summary>
    public const string Continue = "CONTINUE";

    /// <summary>The result with which it goes, or goes at once.</summary>
    public const string Abandon = "ABANDON";

    /// <summary>Lets an instance wait for the hooks of a transition; false where there is none.</summary>
    public static bool Begin(Call call, GroupRecord group, MemberRecord member, string transition)
    {
        var hooks = call.Read(Tables.Hooks).By(Tables.HooksByGroup, group.Name)
            .Where(hook => hook.Transition == transition).ToList();
        if (hooks.Count == 0) return false;
        var waits = hooks.Select(hook => new HookWaitRecord(
            hook.Name, Uuids.New(call), call.Now, call.Now.AddSeconds(Math.Min(hook.Heartbeat, hook.Global)))).ToList();
        call.Write(Tables.Members).Put(member with
        {
            State = Stages.Waiting(member.State),
            Waits = [.. waits],
        });
        foreach (var (hook, wait) in hooks.Zip(waits))
        {
            call.Schedule(HookLoop.TimerKind, wait.Due, SubjectOf(member.Id, hook.Name));
            HookMessages.Tell(call, group, hook, (member, wait.Token));
        }

        return true;
    }

    /// <summary>The action of a hook that an instance waits for, by instance or by token.</summary>
    /// <exception cref="ServiceException">ValidationError: there is none.</exception>
    public static (MemberRecord Member, HookWaitRecord Wait) Find(
        ReadCall call, GroupRecord group, string hook, (string? InstanceId, string? Token) named)
    {
        if (call.Read(Tables.Hooks).Find(ScalingKey.Of(group.Name, hook)) is null)
            throw Errors.Invalid($"No Lifecycle Hook found with name: {hook} for the Auto Scaling group {group.Name}");
        if (named is (null, null))
            throw Errors.Invalid("Either instance ID or token must be specified.");
        var found = Groups.All(call, group.Name)
            .Where(member => named.InstanceId is null || named.InstanceId == member.Id)
            .SelectMany(member => member.Waits.Select(wait => (Member: member, Wait: wait)))
            .Where(one => one.Wait.Hook == hook && (named.Token is null || named.Token == one.Wait.Token));
        return found.FirstOrDefault() is { Member: not null } one
            ? one
            : throw Errors.Invalid(named.Token is { } token
                ? $"No active Lifecycle Action found with token {token}"
                : $"No active Lifecycle Action found with instance ID {named.InstanceId}");
    }

    /// <summary>Ends an action.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">The instance and what it waits for.</param>
    /// <param name="result">CONTINUE or ABANDON.</param>
    /// <param name="how">How it ended, for the activity.</param>
    public static void End(Call call, (MemberRecord Member, HookWaitRecord Wait) found, string result, string how)
    {
        var (member, wait) = found;
        var group = Groups.Get(call, member.Group);
        call.Cancel(HookLoop.TimerKind, SubjectOf(member.Id, wait.Hook));
        member = member with { Waits = member.Waits.Remove(wait) };
        call.Write(Tables.Members).Put(member);
        var isLaunch = member.State == LifecycleState.PendingWait;
        var abandoned = result != Abandon ? null
            : "Instance failed to complete user's Lifecycle Action: Lifecycle Action "
            + $"with token {wait.Token} was abandoned: {how}";
        var isReturn = member.State == LifecycleState.WarmedPendingWait && member.Origin is not null;
        if (abandoned is not null && group.OnAbandon == RetentionAction.Retain && (member.IsTerminating || isReturn))
        {
            Departures.Retain(call, group, member, abandoned);
        }
        else if (member.State == LifecycleState.WarmedPendingWait)
        {
            Warming.HookEnded(call, group, member, abandoned);
        }
        else if (isLaunch && abandoned is not null)
        {
            Arrivals.Abandon(call, group, member, abandoned);
        }
        else if (member.Waits.IsEmpty || result == Abandon)
        {
            if (isLaunch) Arrivals.Serve(call, group, member);
            else Departures.Proceed(call, group, member);
        }
    }

    /// <summary>Gives an action another heartbeat, within the time that it has at all.</summary>
    public static void Beat(Call call, GroupRecord group, (MemberRecord Member, HookWaitRecord Wait) found)
    {
        var (member, wait) = found;
        var hook = call.Read(Tables.Hooks).Find(ScalingKey.Of(group.Name, wait.Hook))!;
        var (beat, last) = (call.Now.AddSeconds(hook.Heartbeat), wait.Began.AddSeconds(hook.Global));
        var next = wait with { Due = beat < last ? beat : last };
        call.Cancel(HookLoop.TimerKind, SubjectOf(member.Id, wait.Hook));
        call.Schedule(HookLoop.TimerKind, next.Due, SubjectOf(member.Id, wait.Hook));
        call.Write(Tables.Members).Put(member with { Waits = member.Waits.Replace(wait, next) });
    }

    /// <summary>Takes back the timers of what an instance waits for.</summary>
    public static void Forget(Call call, MemberRecord member)
    {
        foreach (var wait in member.Waits)
            call.Cancel(HookLoop.TimerKind, SubjectOf(member.Id, wait.Hook));
    }

    private static string SubjectOf(string id, string hook) => ScalingKey.Of(id, hook).Value;
}
