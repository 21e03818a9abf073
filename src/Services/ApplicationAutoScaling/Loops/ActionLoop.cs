using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Rules;

namespace Orrery.Services.ApplicationAutoScaling.Loops;

/// <summary>Runs scheduled actions when they are due.</summary>
public sealed class ActionLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a scheduled action.</summary>
    internal const string TimerKind = "application-autoscaling.actions";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Actions).Find(new(subject)) is { } action) ActionRuns.Run(call, action);
    }
}
