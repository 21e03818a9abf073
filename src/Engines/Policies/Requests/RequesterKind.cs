namespace Orrery.Engines.Policies.Requests;

/// <summary>What makes a request.</summary>
public enum RequesterKind
{
    /// <summary>The root user of an account.</summary>
    Root,

    /// <summary>An IAM user, by its own keys or with a session token.</summary>
    User,

    /// <summary>A session of a role.</summary>
    RoleSession,

    /// <summary>A session made by GetFederationToken.</summary>
    FederatedUser,

    /// <summary>Somebody whom an identity provider vouches for, before a role is assumed.</summary>
    Federated,

    /// <summary>An AWS service by itself.</summary>
    Service,

    /// <summary>Nobody: a request without a signature.</summary>
    Anonymous,
}
