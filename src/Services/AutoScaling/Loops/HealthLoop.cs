using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>Examines instances when what is wrong with them begins to count.</summary>
public sealed class HealthLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an instance.</summary>
    internal const string TimerKind = "autoscaling.health";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Members).Find(new(subject)) is { } member
            && call.Read(Tables.Groups).Find(new(member.Group)) is { } group)
        {
            Health.Examine(call, group, subject);
        }
    }
}
