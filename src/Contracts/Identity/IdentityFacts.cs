namespace Orrery.Contracts.Identity;

/// <summary>A caller as policies see it.</summary>
public sealed record IdentityFacts
{
    /// <summary>
    /// The ARN of the user, role or federated user; of a session, that of its role (aws:PrincipalArn).
    /// </summary>
    public required string PrincipalArn { get; init; }

    /// <summary>Its unique id, as aws:userid has it.</summary>
    public required string UserId { get; init; }

    /// <summary>The name of the user; null for sessions (aws:username).</summary>
    public string? UserName { get; init; }

    /// <summary>The tags of the principal and its session, by key (aws:PrincipalTag).</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The policies of the identity: inline, attached, and those of a user's groups.</summary>
    public IReadOnlyList<PolicyText> Policies { get; init; } = [];

    /// <summary>The permissions boundary; null where there is none.</summary>
    public PolicyText? Boundary { get; init; }

    /// <summary>The session policies; null where the session was made without.</summary>
    public IReadOnlyList<PolicyText>? SessionPolicies { get; init; }

    /// <summary>When the token was issued; null for a lasting key (aws:TokenIssueTime).</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When a second factor was shown; null where none was (aws:MultiFactorAuthAge).</summary>
    public DateTimeOffset? MfaAt { get; init; }

    /// <summary>The source identity (aws:SourceIdentity).</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The provider that vouched for the caller (aws:FederatedProvider).</summary>
    public string? FederatedProvider { get; init; }

    /// <summary>The service that was given the credentials, for example <c>ec2.amazonaws.com</c>; null for
    /// none.</summary>
    public string? Service { get; init; }
}
