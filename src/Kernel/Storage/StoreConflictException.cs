using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>A scope that a batch rests on was changed by somebody else: catch up and run the calls again.</summary>
public sealed class StoreConflictException(Scope scope, long expected, long actual)
    : Exception($"Scope {scope} is at version {actual}, not {expected}.")
{
    /// <summary>The scope that moved.</summary>
    public Scope Scope { get; } = scope;
}
