using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Evaluation;

/// <summary>All that decides about a request. A view of what others keep: to make it allocates nothing.</summary>
public readonly record struct AccessRequest
{
    /// <summary>Who asks.</summary>
    public required Requester Requester { get; init; }

    /// <summary>For what action.</summary>
    public required ActionName Action { get; init; }

    /// <summary>On what resource.</summary>
    public required ResourceName Resource { get; init; }

    /// <summary>What conditions may ask.</summary>
    public required IRequestContext Context { get; init; }

    /// <summary>The requester's policies.</summary>
    public required PrincipalPolicies Principal { get; init; }

    /// <summary>The resource's policies.</summary>
    public required ResourcePolicies Target { get; init; }

    /// <summary>The policy of the VPC endpoint through which the request came; null where through none.</summary>
    public PolicyStack? Endpoint { get; init; }

    /// <summary>Whether requester and resource belong to one account.</summary>
    public bool IsSameAccount => Target.Account.Length == 0 || Target.Account == Requester.Account;
}
