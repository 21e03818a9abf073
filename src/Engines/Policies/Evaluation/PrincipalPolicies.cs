namespace Orrery.Engines.Policies.Evaluation;

/// <summary>What a principal brings with it. Immutable: made once for a principal, and kept.</summary>
/// <param name="Identity">Inline and managed policies, its own and those of its groups.</param>
public sealed record PrincipalPolicies(PolicyStack Identity)
{
    /// <summary>Nothing.</summary>
    public static PrincipalPolicies None { get; } = new(PolicyStack.Empty);

    /// <summary>The permissions boundary; null where it has none.</summary>
    public PolicyStack? Boundary { get; init; }

    /// <summary>The session policies; null where the session has none.</summary>
    public PolicyStack? Session { get; init; }

    /// <summary>The service control policies of its account.</summary>
    public ControlPath Control { get; init; } = ControlPath.None;
}
