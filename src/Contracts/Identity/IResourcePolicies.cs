using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Identity;

/// <summary>
/// A service whose resources have policies tells them: they decide together with those of the caller.
/// </summary>
public interface IResourcePolicies
{
    /// <summary>The service, as the third part of its ARNs has it.</summary>
    string Service { get; }

    /// <summary>
    /// What a resource says about who may; null where policies of resources do not matter for the action.
    /// </summary>
    /// <param name="call">The call that is decided about.</param>
    /// <param name="action">For example <c>sqs:SendMessage</c>.</param>
    /// <param name="arn">The ARN of the resource.</param>
    ResourcePolicyFacts? Find(ReadCall call, string action, string arn);

    /// <summary>The ARNs of the resources of an account and region that may have policies.</summary>
    IEnumerable<string> All(ReadCall call, Scope scope) => [];

    /// <summary>What stands in front of a resource and lets others come to it by a policy of its own.</summary>
    IEnumerable<FrontFacts> FrontsOf(ReadCall call, string arn) => [];
}
