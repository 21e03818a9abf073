using Orrery.Authorization.Deciding;
using Orrery.Authorization.Facts;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;
using Orrery.Operations;

namespace Orrery.Authorization;

/// <summary>
/// Holds calls against policies: each action that an operation needs, on each resource that the request touches. The
/// facts of <c>data/authorization</c> say which; an operation without facts is refused.
/// </summary>
public sealed class Guard : IGuard
{
    private readonly PrincipalShelf _principals = new();
    private readonly StoreGuard _stores;

    /// <summary>Makes it.</summary>
    public Guard() => _stores = new(_principals);

    /// <summary>Decides about further actions on buckets and objects.</summary>
    public IStoreJudge Stores => _stores;

    /// <inheritdoc/>
    public void Check(ReadCall call, GuardedRequest request)
    {
        var (service, operation) = (request.Entry.Service.Id, request.Entry.Operation);
        if (service == "s3")
        {
            _stores.Check(call, request);
            return;
        }

        // The root user has no policies; whom operations let in that need no signature is theirs to say.
        if (call.Caller.Kind is CallerKind.Root or CallerKind.Anonymous) return;
        var facts = ServiceFacts.Of(service);
        var row = facts?.Find(operation);
        if (row is { IsFree: true }) return;
        var principal = _principals.Of(call);
        var context = new CallContext(call, request, principal.Facts);
        if (facts is null || row is null)
        {
            Decide(principal, context, ActionName.Of($"{service}:{operation}"), "*");
            return;
        }

        if (row.Own.On.Count == 0 && row.Also.Count == 0)
        {
            Decide(principal, context, row.Own.Action, "*");
            return;
        }

        var finder = new ResourceFinder(call, service, facts, context.Members);
        foreach (var arn in finder.Own(row.Own)) Decide(principal, context, row.Own.Action, arn);
        foreach (var asking in row.Also)
        {
            foreach (var arn in finder.Also(asking)) Decide(principal, context, asking.Action, arn);
        }
    }

    private static void Decide(KnownPrincipal principal, CallContext context, ActionName action, string resource)
    {
        context.Resource = resource;
        context.Action = action.Text;
        var request = new AccessRequest
        {
            Requester = principal.Requester,
            Action = action,
            Resource = new(resource),
            Context = context,
            Principal = principal.Policies,
            Target = TargetOf(context.Call, action.Text, resource),
        };
        var verdict = Evaluator.Decide(request);
        if (!verdict.IsAllowed && !IsGranted(context, verdict, action.Text, resource))
            throw Refusals.Of(request, verdict, context);
    }

    private static ResourcePolicies TargetOf(ReadCall call, string action, string arn)
    {
        if (arn == "*") return ResourcePolicies.None;
        var service = Spelling.Part(arn, 2);
        foreach (var port in call.PortsOf<IResourcePolicies>())
        {
            if (port.Service != service || port.Find(call, action, arn) is not { } found) continue;
            var kind = found.IsTrust ? PolicyKind.Trust : found.IsKey ? PolicyKind.Key : PolicyKind.Resource;
            return new(found.Account)
            {
                Policy = found.Policy is { } policy ? Compiled.Single(policy, kind) : null,
                MustAllow = found.IsTrust || found.IsKey,
            };
        }

        return ResourcePolicies.None;
    }

    // A grant makes up for a permission that is missing, not for a denial.
    private static bool IsGranted(CallContext context, Verdict verdict, string action, string arn)
    {
        if (verdict.Outcome == Outcome.ExplicitDeny) return false;
        var service = Spelling.Part(arn, 2);
        var question = new GrantQuestion(
            action, arn, member => context.Members.At(member) is [var first, ..] ? first : null, context.Members.Map);
        return context.Call.PortsOf<IResourceGrants>()
            .Any(port => port.Service == service && port.IsGranted(context.Call, question));
    }
}
