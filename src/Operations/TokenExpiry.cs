using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>Forgets client tokens when their time is over.</summary>
internal sealed class TokenExpiry : ITimerHandler
{
    /// <summary>The kind of the timer.</summary>
    public const string TimerKind = "orrery.client-token-expired";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => call.Write(Idempotency.Tokens).Remove(new(subject));
}
