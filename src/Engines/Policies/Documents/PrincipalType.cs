namespace Orrery.Engines.Policies.Documents;

/// <summary>The types of entries of Principal.</summary>
public enum PrincipalType
{
    /// <summary>Everybody: <c>*</c>.</summary>
    Everyone,

    /// <summary>An account: its number, or the ARN of its root user.</summary>
    Account,

    /// <summary>A user, a role, or a session, by ARN.</summary>
    Arn,

    /// <summary>The unique id of a user or role, as it stands where that is gone.</summary>
    UniqueId,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>An identity provider.</summary>
    Federated,

    /// <summary>The canonical user id of an account.</summary>
    CanonicalUser,
}
