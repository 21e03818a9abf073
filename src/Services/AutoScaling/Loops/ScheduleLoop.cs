using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Schedules;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>Runs scheduled actions when they are due.</summary>
public sealed class ScheduleLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a scheduled action.</summary>
    internal const string TimerKind = "autoscaling.schedule";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public bool Together => true;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Schedules).Find(new(subject)) is { } record) Actions.Run(call, record);
    }
}
