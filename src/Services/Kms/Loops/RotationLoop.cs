using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Loops;

/// <summary>
/// Rotates a key when it is due. A key that is disabled or to be deleted is passed over; when it is enabled again, what
/// is overdue is done. Source: KMS Developer Guide, "Enable automatic key rotation".
/// </summary>
internal sealed class RotationLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the key id.</summary>
    public const string TimerKind = "kms.rotation";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Keys).Find(new(subject)) is not { RotationDays: { } days, State: KeyState.Enabled } key)
            return;
        var place = new KeyPlace(call.Scope, key);
        Rotations.Turn(call, place, RotationType.Automatic);
        Places.Put(call, place, Rotations.Plan(call, place, key, days));
    }
}
