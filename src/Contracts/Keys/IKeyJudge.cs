using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Keys;

/// <summary>
/// Decides who may use a key, by its policy, its grants and the caller's policies. Without one in the house, an account
/// may use its own keys, and others those that are granted to them.
/// </summary>
public interface IKeyJudge
{
    /// <summary>The refusal; null where it is allowed.</summary>
    ServiceException? Refusal(ReadCall call, KeyQuestion question);
}
