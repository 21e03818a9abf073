using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Stores;

/// <summary>Where S3 is told which requests were answered: those that only read leave no trace by themselves.
/// </summary>
public interface IStoreLedger
{
    /// <summary>Where the records of a bucket are; null where there is none.</summary>
    Scope? ScopeOf(ReadCall call, string bucket);

    /// <summary>Whether something waits for a request: a log, metrics, a tier.</summary>
    bool IsAwaited(ReadCall call, StoreVisit visit);

    /// <summary>Notes requests to one bucket, as part of a call in the bucket's scope.</summary>
    void Note(Call call, string bucket, IReadOnlyList<StoreVisit> visits);
}
