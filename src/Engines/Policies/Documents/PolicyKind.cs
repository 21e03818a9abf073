namespace Orrery.Engines.Policies.Documents;

/// <summary>What a policy is attached to, which decides what may stand in it.</summary>
public enum PolicyKind
{
    /// <summary>A user's, group's or role's.</summary>
    Identity,

    /// <summary>A managed policy that is the limit of a user or role.</summary>
    Boundary,

    /// <summary>Passed when a session is made.</summary>
    Session,

    /// <summary>Of a resource.</summary>
    Resource,

    /// <summary>Of a role: who may assume it.</summary>
    Trust,

    /// <summary>Of a KMS key.</summary>
    Key,

    /// <summary>Of a VPC endpoint.</summary>
    Endpoint,

    /// <summary>An organization's limit for the principals of accounts.</summary>
    ServiceControl,

    /// <summary>An organization's limit for the resources of accounts.</summary>
    ResourceControl,
}
