using Orrery.Kernel.Calls;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>Has groups looked at again where nothing happens to them by itself.</summary>
public sealed class LaterLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a group.</summary>
    internal const string TimerKind = "autoscaling.group-later";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Says when a group is looked at again, in the place of what was said before.</summary>
    internal static void Plan(Call call, (string Group, DateTimeOffset? At) plan)
    {
        call.Cancel(TimerKind, plan.Group);
        if (plan.At is { } at) call.Schedule(TimerKind, at, plan.Group);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => GroupLoop.Wake(call, subject);
}
