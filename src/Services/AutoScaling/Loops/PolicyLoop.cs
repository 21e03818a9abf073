using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>
/// Asks the policies of groups again each minute while their alarms go on. Source: CloudWatch User Guide, "Alarm
/// actions": for scaling policies an alarm goes on to invoke the action while it stays in the state.
/// </summary>
public sealed class PolicyLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a group.</summary>
    internal const string TimerKind = "autoscaling.policies";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Has the policies of a group asked at once.</summary>
    internal static void Wake(Call call, string group)
    {
        call.Cancel(TimerKind, group);
        call.Schedule(TimerKind, call.Now, group);
    }

    /// <summary>Has the policies of a group, if it has any, asked within a minute.</summary>
    internal static void Later(Call call, string group)
    {
        if (call.Read(Tables.Policies).HasAny(Tables.PoliciesByGroup, group))
        {
            call.Cancel(TimerKind, group);
            call.Schedule(TimerKind, call.Now + Minute, group);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Groups).Find(new(subject)) is not { } group || !PolicyRuns.Evaluate(call, group)) return;
        call.Cancel(TimerKind, subject);
        call.Schedule(TimerKind, call.Now + Minute, subject);
    }
}
