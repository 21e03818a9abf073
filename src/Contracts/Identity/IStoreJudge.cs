using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// Decides about further actions of a request that was let pass: each key of many that are deleted, and whether
/// somebody may know that a key is not there. The guard offers it; without one all may.
/// </summary>
public interface IStoreJudge
{
    /// <summary>The refusal; null where it is allowed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request as the operation got it.</param>
    /// <param name="question">What is asked.</param>
    ServiceException? Refusal(ReadCall call, object request, StoreQuestion question);
}
