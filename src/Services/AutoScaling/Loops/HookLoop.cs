using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Life;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>Ends lifecycle actions whose time is over with the default result of their hooks.</summary>
public sealed class HookLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an instance and a hook.</summary>
    internal const string TimerKind = "autoscaling.hook";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (new ScalingKey(subject).Names is not [var id, var name]
            || call.Read(Tables.Members).Find(new(id)) is not { } member
            || member.Waits.FirstOrDefault(wait => wait.Hook == name) is not { } wait)
        {
            return;
        }

        var hook = call.Read(Tables.Hooks).Find(ScalingKey.Of(member.Group, name));
        HookActions.End(call, (member, wait), hook?.DefaultResult ?? HookActions.Abandon, "Heartbeat Timeout");
    }
}
