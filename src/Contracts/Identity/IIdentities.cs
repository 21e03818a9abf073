using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>What is known of callers: what a decision about their calls is made of.</summary>
public interface IIdentities
{
    /// <summary>The identity of a caller; null where it is nobody that IAM keeps (the root user, a service).</summary>
    IdentityFacts? Find(ReadCall call, Caller caller);
}
