using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Rules;

namespace Orrery.Services.Kms.Loops;

/// <summary>Deletes imported material that ran out.</summary>
internal sealed class ExpiryLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the row of the material.</summary>
    public const string TimerKind = "kms.expiry";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Materials).Find(new(subject)) is { } material
            && call.Read(Tables.Keys).Find(new(material.KeyId)) is { } key)
        {
            ImportRules.Forget(call, new(call.Scope, key), material);
        }
    }
}
