using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ram.Records;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Loops;

/// <summary>Lets invitations run out that nobody answered in 12 hours.</summary>
internal sealed class InvitationLoop : ITimerHandler
{
    internal const string TimerKind = "ram.invitation";

    /// <summary>How long an invitation waits.</summary>
    internal static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Begins to count.</summary>
    public static void Begin(Call call, Scope receiver, RamKey invitation) =>
        call.Schedule(TimerKind, call.Now + Lasts, invitation.Value, receiver);

    /// <summary>Stops counting.</summary>
    public static void Forget(Call call, Scope receiver, RamKey invitation) =>
        call.Cancel(TimerKind, invitation.Value, receiver);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Invitations).Find(new(subject)) is
            { Status: ResourceShareInvitationStatus.Pending } pending)
        {
            Invitations.End(call, pending, ResourceShareInvitationStatus.Expired);
        }
    }
}
