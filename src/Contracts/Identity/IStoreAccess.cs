using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// S3 tells what of buckets and objects decides about calls: policies, lists, owners, what is blocked.
/// </summary>
public interface IStoreAccess
{
    /// <summary>The ARN of the access point that stands where a bucket is named; null where none does.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">A bucket's name, or the ARN or alias of an access point.</param>
    string? PointOf(ReadCall call, string name);

    /// <summary>What decides about an action; null where there is no such bucket or access point.</summary>
    StoreFacts? Find(ReadCall call, StoreQuestion question);
}
