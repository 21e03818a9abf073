using System.Runtime.CompilerServices;
using Orrery.Authorization.Deciding;
using Orrery.Authorization.Facts;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Core;
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

    // How requests came, for what is asked about them later: they live as long as the request does.
    private readonly ConditionalWeakTable<object, Noted> _requests = [];

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

        // Whom operations let in that need no signature is theirs to say.
        if (call.Caller.Kind is CallerKind.Anonymous) return;
        if (SessionLimits.Refusal(call, request) is { } limit) throw limit;
        var facts = ServiceFacts.Of(service);
        var row = facts?.Find(operation);
        if (row is { IsFree: true }) return;
        var door = Doors.Of(call, request);
        if (call.Caller.Kind == CallerKind.Root && door is null
            && call.FindPort<IOrganizations>()?.HasAny(call) is not true && !MayBeOfOthers(call, service)) return;
        var principal = _principals.Of(call);
        if (principal.Fence is { Facts.IsClosed: true }) throw Refusals.OfClosed(call, request);
        var context = new CallContext(call, request, principal) { Door = door };
        if (row is { AsksLater: true }) _requests.AddOrUpdate(request.Request, new(request));
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

    /// <inheritdoc/>
    public ServiceException? Refusal(ReadCall call, object request, string action, string arn)
    {
        if (!_requests.TryGetValue(request, out var noted)) return null;
        var principal = _principals.Of(call);
        var context = new CallContext(call, noted.Request, principal) { Door = Doors.Of(call, noted.Request) };
        return Refusal(principal, context, ActionName.Of(action), arn);
    }

    /// <inheritdoc/>
    public bool IsUseDue(ReadCall call, OperationEntry entry) =>
        HasUses(call) && call.FindPort<IUseLedger>()?.IsDue(call, ActionOf(entry)) is true;

    /// <inheritdoc/>
    public void NoteUse(Call call, OperationEntry entry)
    {
        if (HasUses(call)) call.FindPort<IUseLedger>()?.Note(call, ActionOf(entry));
    }

    // Root users are free in their account; what belongs to another is let out by its policy, to them too.
    private static bool MayBeOfOthers(ReadCall call, string service)
    {
        foreach (var port in call.PortsOf<IResourcePolicies>())
        {
            if (port.Service == service) return call.Before.HasOthersThan(call.Caller.Account);
        }

        return false;
    }

    private static bool HasUses(ReadCall call) => call.Caller.Kind is CallerKind.User or CallerKind.AssumedRole;

    private static string ActionOf(OperationEntry entry) =>
        ServiceFacts.Of(entry.Service.Id)?.Find(entry.Operation)?.Own.Action.Text ?? entry.Name;

    private static void Decide(KnownPrincipal principal, CallContext context, ActionName action, string resource)
    {
        if (Refusal(principal, context, action, resource) is { } refusal) throw refusal;
    }

    private static ServiceException? Refusal(
        KnownPrincipal principal, CallContext context, ActionName action, string resource)
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
            Target = Targets.Of(context.Call, action, resource),
            Endpoint = Doors.PolicyOf(context.Door),
        };
        var verdict = Evaluator.Decide(request);
        return verdict.IsAllowed || IsGranted(context, verdict, action.Text, resource)
            ? null
            : Refusals.Of(request, verdict, context);
    }

    // A grant makes up for a permission that is missing, not for a denial, nor for what control policies leave out.
    private static bool IsGranted(CallContext context, Verdict verdict, string action, string arn)
    {
        if (!Grants.MayLift(verdict)) return false;
        var service = Spelling.Part(arn, 2);
        var question = new GrantQuestion(
            action, arn, member => context.Members.At(member) is [var first, ..] ? first : null, context.Members.Map);
        return context.Call.PortsOf<IResourceGrants>()
            .Any(port => port.Service == service && port.Find(context.Call, context.Call.Caller, question) is not null);
    }

    private sealed record Noted(GuardedRequest Request);
}
