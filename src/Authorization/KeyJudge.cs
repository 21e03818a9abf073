using Orrery.Authorization.Deciding;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Explaining;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization;

/// <summary>
/// Decides about keys where the guard does not see it: keys that services use for their callers, for themselves or with
/// a role, and root users of other accounts. Source: KMS Developer Guide, "Determining access to AWS KMS keys",
/// "kms:ViaService".
/// </summary>
public sealed class KeyJudge : IKeyJudge
{
    private const string Denied = "AccessDeniedException";
    private const int BadRequest = 400;

    private readonly PrincipalShelf _principals = new();

    /// <inheritdoc/>
    public ServiceException? Refusal(ReadCall call, KeyQuestion question)
    {
        if (IsFree(call, question)) return null;
        if (Asker(call, question) is not { } asker)
        {
            var text = $"{question.By!.Principal} may not assume the role {question.By.Role}, or there is none";
            return new(Denied, text, BadRequest);
        }

        var request = new AccessRequest
        {
            Requester = asker.Who,
            Action = ActionName.Of(question.Action),
            Resource = new(question.Arn),
            Context = asker.Context,
            Principal = asker.Policies,
            Target = new(question.Scope.Account)
            {
                Policy = Compiled.Single(new(question.Arn, question.Policy), PolicyKind.Key),
                MustAllow = true,
                Control = Fences.OnResources(call, ActionName.Of(question.Action), question.Scope.Account),
            },
        };
        var verdict = Evaluator.Decide(request);
        if (verdict.IsAllowed || (question.IsGranted && Grants.MayLift(verdict))) return null;
        return new(Denied, AccessDenied.Message(request, verdict), BadRequest)
        {
            Decision = Explainer.Explain(request, verdict),
        };
    }

    // Root users are as free in their account as before; timers act within it.
    private static bool IsFree(ReadCall call, KeyQuestion question) => question.By is null
        && call.Account == question.Scope.Account
        && call.Caller.Kind is not (CallerKind.User or CallerKind.AssumedRole or CallerKind.FederatedUser);

    // Null: the service cannot have the role.
    private (Requester Who, PrincipalPolicies Policies, IRequestContext Context)? Asker(
        ReadCall call, KeyQuestion question)
    {
        if (question.By is not { } by)
        {
            var caller = _principals.Of(call);
            var who = call.Caller.IsRoot ? Requester.Root(call.Caller.Account) : caller.Requester;
            return (who, caller.Policies, new KeyContext(call, question, caller));
        }

        if (by.Role is { } role)
        {
            return ServiceRoles.Find(call, by.Principal, role) is { } known
                ? (known.Requester, known.Policies, new KeyContext(call, question, known))
                : null;
        }

        return (
            Requester.Service(by.Principal), PrincipalPolicies.None,
            new DeliveryContext(call, AsDelivery(question, by), question.Scope.Account, null));
    }

    // What conditions may ask of a service is the same as where it hands something over, and what the use says.
    private static Delivery AsDelivery(KeyQuestion question, KeyUser by)
    {
        Dictionary<string, string> conditions = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in question.Context ?? new Dictionary<string, string>())
            conditions[EncryptionKeys.Prefix + name] = value;
        if (question.Context?.Count == 1) conditions["kms:EncryptionContextKeys"] = question.Context.Keys.First();
        if (question.Via is { } via) conditions["kms:ViaService"] = via;
        return new(question.Arn, by.Principal, by.SourceArn, "")
        {
            SourceAccount = by.SourceAccount, Conditions = conditions,
        };
    }
}
