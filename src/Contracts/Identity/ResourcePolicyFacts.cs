namespace Orrery.Contracts.Identity;

/// <summary>What a resource says about who may use it.</summary>
/// <param name="Account">The account that owns it: callers of others need its policy.</param>
/// <param name="Policy">Its policy; null where it has none.</param>
public sealed record ResourcePolicyFacts(string Account, PolicyText? Policy)
{
    /// <summary>Whether the policy is that of a role: who may assume it.</summary>
    public bool IsTrust { get; init; }

    /// <summary>
    /// Whether the policy is that of a key: within the account too it has to allow, or leave it to IAM.
    /// </summary>
    public bool IsKey { get; init; }

    /// <summary>
    /// What its access control list grants to others, written as a policy; null where it grants nothing.
    /// </summary>
    public PolicyText? List { get; init; }

    /// <summary>Policies that are not its own and count for it: those of its account, for log groups.</summary>
    public IReadOnlyList<PolicyText> More { get; init; } = [];

    /// <summary>
    /// Whether the policy lets in nobody from outside the account, whatever it says: a public one that is restricted.
    /// </summary>
    public bool IsRestricted { get; init; }
}
