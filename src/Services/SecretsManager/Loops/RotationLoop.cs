using Orrery.Kernel.Calls;
using Orrery.Services.SecretsManager.Rules;

namespace Orrery.Services.SecretsManager.Loops;

/// <summary>Rotates a secret when its window opens, and once more where a rotation failed.</summary>
internal sealed class RotationLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the name.</summary>
    public const string TimerKind = "secrets.rotation";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (Secrets.At(call, call.Scope, subject) is { } place) Rotations.Due(call, place);
    }
}
