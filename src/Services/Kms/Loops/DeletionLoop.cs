using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Rules;

namespace Orrery.Services.Kms.Loops;

/// <summary>Deletes a key whose waiting period is over.</summary>
internal sealed class DeletionLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the key id.</summary>
    public const string TimerKind = "kms.deletion";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Keys).Find(new(subject)) is { } key) Deletions.Delete(call, new(call.Scope, key));
    }
}
