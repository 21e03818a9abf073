namespace Orrery.Services.Iam.Rules;

/// <summary>For whom and how long temporary credentials are made.</summary>
internal sealed record SessionRequest
{
    /// <summary>The account of the principal.</summary>
    public required string Account { get; init; }

    /// <summary>The principal.</summary>
    public required string Arn { get; init; }

    /// <summary>The principal's unique id.</summary>
    public required string UserId { get; init; }

    /// <summary>How long they work.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The unique id of the user or role whose permissions they have.</summary>
    public string? Issuer { get; init; }

    /// <summary>The source identity, when given.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The session policies that were passed in.</summary>
    public SessionPolicies Policies { get; init; } = SessionPolicies.None;

    /// <summary>The session tags.</summary>
    public SessionTags Tags { get; init; } = SessionTags.None;

    /// <summary>When a second factor was shown.</summary>
    public DateTimeOffset? MfaAt { get; init; }

    /// <summary>The provider that vouched for who asks.</summary>
    public string? Provider { get; init; }

    /// <summary>The service for which they are made.</summary>
    public string? Service { get; init; }

    /// <summary>Whether they are those of a federated user.</summary>
    public bool IsFederated { get; init; }
}
