using Orrery.Kernel.Calls;
using Orrery.Services.Events.Rules.Buses;

namespace Orrery.Services.Events;

/// <summary>Every account has a default bus in every region.</summary>
public sealed class DefaultBus : IScopeInitializer
{
    /// <inheritdoc/>
    public void Initialize(Call call)
    {
        if (call.Scope.Account.Length > 0 && !call.Scope.IsGlobal)
            call.Write(Tables.Buses).Put(BusRules.Standard(call.Now));
    }
}
