namespace Orrery.Engines.Policies.Evaluation;

/// <summary>What a resource brings with it. Immutable: made once for a resource, and kept.</summary>
/// <param name="Account">The account that owns it; empty where the action has no resource of an account, which is then
/// that of the requester.</param>
public sealed record ResourcePolicies(string Account)
{
    /// <summary>An action without a resource that has a policy.</summary>
    public static ResourcePolicies None { get; } = new("");

    /// <summary>Its policy; null where it has none.</summary>
    public PolicyStack? Policy { get; init; }

    /// <summary>
    /// Whether the policies of principals are not enough within the account: a role's trust policy and a key's policy
    /// have to allow too.
    /// </summary>
    public bool MustAllow { get; init; }

    /// <summary>The resource control policies of its account.</summary>
    public ControlPath Control { get; init; } = ControlPath.None;
}
