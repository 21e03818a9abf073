using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Reconciling;

namespace Orrery.Services.AutoScaling.Loops;

/// <summary>
/// Brings groups to what they desire. A group has one timer: for at once when something happened to it or in it, else
/// for when a launch is tried again or an instance is too old.
/// </summary>
public sealed class GroupLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a group.</summary>
    internal const string TimerKind = "autoscaling.group";

    // AWS does not say how soon it looks: guessed.
    private static readonly TimeSpan Working = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public bool Together => true;

    /// <summary>Has a group looked at soon.</summary>
    internal static void Wake(Call call, string group)
    {
        call.Cancel(TimerKind, group);
        call.Settle(TimerKind, Working, group);
        PolicyLoop.Unforeseen(call, group);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Groups).Find(new(subject)) is not { } group) return;
        if (group.IsDeleting) Closing.Run(call, group);
        else Reconciliation.Run(call, group);
    }
}
