using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// S3 tells what of buckets and objects decides about calls: policies, lists, owners, what is blocked.
/// </summary>
public interface IStoreAccess
{
    /// <summary>What decides about an action; null where there is no such bucket.</summary>
    StoreFacts? Find(ReadCall call, StoreQuestion question);
}
