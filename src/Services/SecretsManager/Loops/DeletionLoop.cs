using Orrery.Kernel.Calls;
using Orrery.Services.SecretsManager.Rules;

namespace Orrery.Services.SecretsManager.Loops;

/// <summary>Deletes a secret whose recovery window is over.</summary>
internal sealed class DeletionLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the name.</summary>
    public const string TimerKind = "secrets.deletion";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (Secrets.At(call, call.Scope, subject) is { Secret.DeletedAt: not null } secret)
            Secrets.Remove(call, secret);
    }
}
