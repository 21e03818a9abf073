using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Stores;

/// <summary>What buckets are charged for: what a bill is worked out of. Buckets that are gone are told too.</summary>
public interface IStoreUses
{
    /// <summary>What buckets used, day by day; the last day up to now.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="from">The first day, UTC.</param>
    /// <param name="to">The last day.</param>
    IEnumerable<StoreUse> Read(ReadCall call, Scope scope, DateOnly from, DateOnly to);
}
