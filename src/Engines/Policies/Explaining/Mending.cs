using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Engines.Policies.Explaining;

/// <summary>Requests whose policies have a statement more or less.</summary>
internal static class Mending
{
    /// <summary>The request, with a policy more of the kind that did not allow.</summary>
    public static AccessRequest With(in AccessRequest request, in Verdict verdict, AttachedPolicy policy)
    {
        var (principal, target) = (request.Principal, request.Target);
        var level = verdict.Level;
        return verdict.Layer switch
        {
            PolicyLayer.ServiceControl => request.With(
                principal with { Control = Added(principal.Control, level!, policy) }, target, request.Endpoint),
            PolicyLayer.ResourceControl => request.With(
                principal, target with { Control = Added(target.Control, level!, policy) }, request.Endpoint),
            PolicyLayer.Endpoint => request.With(principal, target, Added(request.Endpoint, policy)),
            PolicyLayer.Resource => request.With(
                principal, target with { Policy = Added(target.Policy, policy) }, request.Endpoint),
            PolicyLayer.Boundary => request.With(
                principal with { Boundary = Added(principal.Boundary, policy) }, target, request.Endpoint),
            PolicyLayer.Session => request.With(
                principal with { Session = Added(principal.Session, policy) }, target, request.Endpoint),
            _ => request.With(
                principal with { Identity = Added(principal.Identity, policy) }, target, request.Endpoint),
        };
    }

    /// <summary>The request without a statement.</summary>
    public static AccessRequest Without(in AccessRequest request, Rule rule) => request.With(
        request.Principal with
        {
            Identity = Removed(request.Principal.Identity, rule)!,
            Boundary = Removed(request.Principal.Boundary, rule),
            Session = Removed(request.Principal.Session, rule),
            Control = Removed(request.Principal.Control, rule),
        },
        request.Target with
        {
            Policy = Removed(request.Target.Policy, rule),
            Control = Removed(request.Target.Control, rule),
        },
        Removed(request.Endpoint, rule));

    private static AccessRequest With(
        this in AccessRequest request, PrincipalPolicies principal, ResourcePolicies target, PolicyStack? endpoint) =>
        new()
        {
            Requester = request.Requester,
            Action = request.Action,
            Resource = request.Resource,
            Context = request.Context,
            Principal = principal,
            Target = target,
            Endpoint = endpoint,
        };

    private static PolicyStack Added(PolicyStack? stack, AttachedPolicy policy) =>
        PolicyStack.Of([.. stack?.Policies ?? [], policy]);

    private static ControlPath Added(ControlPath path, ControlLevel to, AttachedPolicy policy) => ControlPath.Of(
        path.Levels.Select(l => ReferenceEquals(l, to) ? l with { Policies = Added(l.Policies, policy) } : l));

    private static ControlPath Removed(ControlPath path, Rule rule) =>
        ControlPath.Of(path.Levels.Select(l => l with { Policies = Removed(l.Policies, rule)! }));

    private static PolicyStack? Removed(PolicyStack? stack, Rule rule)
    {
        if (stack is null || !stack.Policies.Any(p => ReferenceEquals(p, rule.Policy))) return stack;
        return PolicyStack.Of(stack.Policies.Select(p => !ReferenceEquals(p, rule.Policy) ? p : p with
        {
            Document = new PolicyDocument(p.Document.Kind, p.Document.Version, p.Document.Id,
                [.. p.Document.Statements.Where(s => !ReferenceEquals(s, rule.Statement))]),
        }));
    }
}
