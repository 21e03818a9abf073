using Orrery.Kernel.Calls;
using Orrery.Services.Events.Rules.Delivering;

namespace Orrery.Services.Events.Loops;

/// <summary>Tries failed deliveries again.</summary>
public sealed class RetryLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => Deliveries.RetryTimer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Attempts).Find(new(subject)) is { } attempt)
            Deliveries.Send(call, call.Scope, attempt with { Retries = attempt.Retries + 1 });
    }
}
