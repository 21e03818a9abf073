using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Evaluation;

/// <summary>
/// Decides about requests. Sources: IAM User Guide, "Policy evaluation logic", "How AWS enforcement code logic
/// evaluates
/// requests to allow or deny access", "Cross-account policy evaluation logic", "Permissions boundaries for IAM
/// entities"; Organizations User Guide, "SCP evaluation", "RCP evaluation". In which order the kinds are named where
/// several deny is guessed: AWS says that it names one. To decide allocates nothing.
/// </summary>
public static class Evaluator
{
    /// <summary>Decides.</summary>
    public static Verdict Decide(in AccessRequest request)
    {
        if (Denying(request, out var layer) is { } deny) return new(Outcome.ExplicitDeny, layer, deny);
        if (IsControlled(request.Requester) && request.Principal.Control.Missing(request) is { } level)
            return new(Outcome.ImplicitDeny, PolicyLayer.ServiceControl, null, level);
        if (!request.Requester.IsServiceLinked && request.Target.Control.Missing(request) is { } side)
            return new(Outcome.ImplicitDeny, PolicyLayer.ResourceControl, null, side);
        if (request.Endpoint is { } endpoint && endpoint.Allowing(request) is null)
            return new(Outcome.ImplicitDeny, PolicyLayer.Endpoint, null);
        return request.IsSameAccount && request.Requester.Account.Length > 0 ? Within(request) : Across(request);
    }

    /// <summary>Whether service control policies touch a requester: not services, nobody, or service-linked
    /// roles.</summary>
    internal static bool IsControlled(Requester requester) =>
        requester is { IsServiceLinked: false, Account.Length: > 0 };

    /// <summary>Whether a requester has policies of its own.</summary>
    internal static bool HasIdentity(Requester requester) => requester.Kind
        is RequesterKind.User or RequesterKind.RoleSession or RequesterKind.FederatedUser;

    private static Rule? Denying(in AccessRequest request, out PolicyLayer layer)
    {
        var (principal, target) = (request.Principal, request.Target);
        layer = PolicyLayer.ServiceControl;
        if (IsControlled(request.Requester) && principal.Control.Denying(request) is { } control) return control;
        layer = PolicyLayer.ResourceControl;
        if (!request.Requester.IsServiceLinked && target.Control.Denying(request) is { } side) return side;
        layer = PolicyLayer.Endpoint;
        if (request.Endpoint?.Denying(request) is { } endpoint) return endpoint;
        layer = PolicyLayer.Resource;
        if (target.Policy?.Denying(request) is { } resource) return resource;
        layer = PolicyLayer.None;
        if (!HasIdentity(request.Requester)) return ByTask(request, ref layer);
        layer = PolicyLayer.Identity;
        if (principal.Identity.Denying(request) is { } identity) return identity;
        layer = PolicyLayer.Boundary;
        if (principal.Boundary?.Denying(request) is { } boundary) return boundary;
        layer = PolicyLayer.Session;
        return principal.Session?.Denying(request);
    }

    // A session of a root user may do all but what the policy of its task denies.
    private static Rule? ByTask(in AccessRequest request, ref PolicyLayer layer)
    {
        if (request.Requester.Kind != RequesterKind.Root || request.Principal.Session is not { } task) return null;
        layer = PolicyLayer.Session;
        return task.Denying(request);
    }

    // Either side grants; one that names the requester itself is not limited by boundary and session policies.
    private static Verdict Within(in AccessRequest request)
    {
        var naming = Naming.None;
        var resource = request.Target.Policy?.Allowing(request, out naming, Naming.Directly);
        if (naming == Naming.Directly) return new(Outcome.Allowed, PolicyLayer.Resource, resource);
        if (request.Target.MustAllow && naming == Naming.None)
            return new(Outcome.ImplicitDeny, PolicyLayer.Resource, null);
        var own = ByPrincipal(request, isGranted: naming == Naming.ByIssuer);
        return own.IsAllowed && own.Rule is null && resource is not null
            ? new(Outcome.Allowed, PolicyLayer.Resource, resource)
            : own;
    }

    // Both sides have to grant, and what has no policies of its own is granted by the resource alone.
    private static Verdict Across(in AccessRequest request)
    {
        var naming = Naming.None;
        var resource = request.Target.Policy?.Allowing(request, out naming, Naming.ByAccount);
        if (request.Requester.Account.Length > 0)
        {
            var own = ByPrincipal(request, isGranted: false);
            if (!own.IsAllowed) return own;
        }

        return naming == Naming.None
            ? new(Outcome.ImplicitDeny, PolicyLayer.Resource, null)
            : new(Outcome.Allowed, PolicyLayer.Resource, resource);
    }

    private static Verdict ByPrincipal(in AccessRequest request, bool isGranted)
    {
        if (request.Requester.Kind == RequesterKind.Root) return new(Outcome.Allowed, PolicyLayer.None, null);
        var identity = request.Principal.Identity.Allowing(request);
        if (identity is null && !isGranted) return new(Outcome.ImplicitDeny, PolicyLayer.Identity, null);
        var limit = Limit(request);
        return limit == PolicyLayer.None
            ? new(Outcome.Allowed, PolicyLayer.Identity, identity)
            : new(Outcome.ImplicitDeny, limit, null);
    }

    private static PolicyLayer Limit(in AccessRequest request)
    {
        if (request.Principal.Boundary is { } boundary && boundary.Allowing(request) is null)
            return PolicyLayer.Boundary;
        return request.Principal.Session is { } session && session.Allowing(request) is null
            ? PolicyLayer.Session
            : PolicyLayer.None;
    }
}
