using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>Finds who may do something, over all principals.</summary>
public interface IAccessSearch
{
    /// <summary>Those who may, by ARN. What a condition asks of the request is not met, unless it is assumed.</summary>
    /// <param name="call">The call that asks; its account owns the resource where neither its ARN nor a service tells.
    /// </param>
    /// <param name="action">For example <c>sqs:SendMessage</c>.</param>
    /// <param name="resource">The ARN, or <c>*</c>.</param>
    /// <param name="assumed">What the request is taken to say, by condition key.</param>
    IReadOnlyList<AccessHolder> Find(
        ReadCall call, string action, string resource, IReadOnlyDictionary<string, string> assumed);
}
