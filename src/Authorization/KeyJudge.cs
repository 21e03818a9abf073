using Orrery.Authorization.Deciding;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Explaining;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization;

/// <summary>
/// Decides about keys where the guard does not see it: keys that services use for their callers, and root users of
/// other accounts. Source: KMS Developer Guide, "Determining access to AWS KMS keys", "kms:ViaService".
/// </summary>
public sealed class KeyJudge : IKeyJudge
{
    private const int BadRequest = 400;

    private readonly PrincipalShelf _principals = new();

    /// <inheritdoc/>
    public ServiceException? Refusal(ReadCall call, KeyQuestion question)
    {
        if (IsFree(call, question)) return null;
        var principal = _principals.Of(call);
        var request = new AccessRequest
        {
            Requester = call.Caller.IsRoot ? Requester.Root(call.Caller.Account) : principal.Requester,
            Action = ActionName.Of(question.Action),
            Resource = new(question.Arn),
            Context = new KeyContext(call, question, principal),
            Principal = principal.Policies,
            Target = new(question.Scope.Account)
            {
                Policy = Compiled.Single(new(question.Arn, question.Policy), PolicyKind.Key),
                MustAllow = true,
                Control = Fences.OnResources(call, ActionName.Of(question.Action), question.Scope.Account),
            },
        };
        var verdict = Evaluator.Decide(request);
        if (verdict.IsAllowed || (question.IsGranted && Grants.MayLift(verdict))) return null;
        return new("AccessDeniedException", AccessDenied.Message(request, verdict), BadRequest)
        {
            Decision = Explainer.Explain(request, verdict),
        };
    }

    // Root users are as free in their account as before; services and timers act within it.
    private static bool IsFree(ReadCall call, KeyQuestion question) => call.Account == question.Scope.Account
        && call.Caller.Kind is not (CallerKind.User or CallerKind.AssumedRole or CallerKind.FederatedUser);
}
