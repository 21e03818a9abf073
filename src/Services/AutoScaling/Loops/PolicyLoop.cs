using Orrery.Engines.Scaling.Policies;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>
/// Asks the policies of groups again while their alarms go on: in the next minute in which, as far as is known, they do
/// something; in the very next one where something unforeseen happens. Source: CloudWatch User Guide, "Alarm actions":
/// for scaling policies an alarm goes on to invoke the action, once a minute, while it stays in the state.
/// </summary>
public sealed class PolicyLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a group.</summary>
    internal const string TimerKind = "autoscaling.policies";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public bool Together => true;

    /// <summary>Has the policies of a group asked at once.</summary>
    internal static void Wake(Call call, string group) => Plan(call, new(group, call.Now - Foresight.Minute, call.Now));

    /// <summary>Has the policies of a group, if it has any, asked within a minute.</summary>
    internal static void Later(Call call, string group)
    {
        if (call.Read(Tables.Policies).HasAny(Tables.PoliciesByGroup, group))
            Plan(call, new(group, call.Now, call.Now + Foresight.Minute));
    }

    /// <summary>
    /// Has the policies of a group, if they are to be asked again, asked in the next minute; no more where no alarm is
    /// left that goes on.
    /// </summary>
    internal static void Unforeseen(Call call, PolicyRecord policy)
    {
        if (call.Read(Tables.Asks).Find(new(policy.Group)) is null) return;
        if (Asking.IsOnFor(call, policy.Group)) Unforeseen(call, policy.Group);
        else Forget(call, policy.Group);
    }

    /// <summary>Has the policies of a group, if they are to be asked again, asked in the next minute.</summary>
    internal static void Unforeseen(Call call, string group)
    {
        if (call.Read(Tables.Asks).Find(new(group)) is { } ask
            && Foresight.Soon(ask.Asked, call.Now, !IsTimer(call)) is var soon && soon < ask.Due)
        {
            Plan(call, new(group, soon - Foresight.Minute, soon));
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (StandsAside(call, subject)) return;
        var next = call.Read(Tables.Groups).Find(new(subject)) is { } group ? PolicyRuns.Evaluate(call, group) : null;
        if (next is { } due) Plan(call, new(subject, call.Now, due));
        else Forget(call, subject);
    }

    // An alarm that is looked at in this minute is, before it is told whether it goes on.
    private static bool StandsAside(Call call, string group)
    {
        if (call.Read(Tables.Asks).Find(new(group)) is not { IsAside: false } ask || !Asking.IsLookedAt(call, group))
            return false;
        Plan(call, ask with { Due = call.Now, IsAside = true });
        return true;
    }

    // A call from outside comes after all that is due at its instant.
    private static bool IsTimer(Call call) => call.Operation.StartsWith("timer:", StringComparison.Ordinal);

    private static void Forget(Call call, string group)
    {
        call.Cancel(TimerKind, group);
        call.Write(Tables.Asks).Remove(new(group));
    }

    private static void Plan(Call call, AskRecord ask)
    {
        call.Cancel(TimerKind, ask.Group);
        call.Schedule(TimerKind, ask.Due, ask.Group);
        call.Write(Tables.Asks).Put(ask);
    }
}
