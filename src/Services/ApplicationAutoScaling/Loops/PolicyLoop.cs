using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Rules;

namespace Orrery.Services.ApplicationAutoScaling.Loops;

/// <summary>
/// Asks the policies of targets again each minute while their alarms go on and something can come of it. Source:
/// CloudWatch User Guide, "Alarm actions": for scaling policies an alarm goes on to invoke the action while it stays in
/// the state.
/// </summary>
public sealed class PolicyLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a target.</summary>
    internal const string TimerKind = "application-autoscaling.policies";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Has the policies of a target asked at once.</summary>
    internal static void Wake(Call call, Ids.ScalableKey target)
    {
        Forget(call, target);
        call.Schedule(TimerKind, call.Now, target.Value);
    }

    /// <summary>Asks no more.</summary>
    internal static void Forget(Call call, Ids.ScalableKey target) => call.Cancel(TimerKind, target.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Targets).Find(new(subject)) is not { } target || !PolicyRuns.Evaluate(call, target))
            return;
        call.Cancel(TimerKind, subject);
        call.Schedule(TimerKind, call.Now + Minute, subject);
    }
}
