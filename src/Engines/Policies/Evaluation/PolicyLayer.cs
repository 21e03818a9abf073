namespace Orrery.Engines.Policies.Evaluation;

/// <summary>The kinds of policies that decide together, in the order in which one of them is named for a no.</summary>
public enum PolicyLayer
{
    /// <summary>None: the answer is a yes, or needed no policy.</summary>
    None,

    /// <summary>Service control policies.</summary>
    ServiceControl,

    /// <summary>Resource control policies.</summary>
    ResourceControl,

    /// <summary>The policy of a VPC endpoint.</summary>
    Endpoint,

    /// <summary>The resource's policy: a role's trust policy and a key's policy too.</summary>
    Resource,

    /// <summary>Identity-based policies.</summary>
    Identity,

    /// <summary>The permissions boundary.</summary>
    Boundary,

    /// <summary>Session policies.</summary>
    Session,
}
