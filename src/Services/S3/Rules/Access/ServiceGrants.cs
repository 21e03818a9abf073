using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Services.S3.Rules.Telling;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>What policies of resources let a service do that acts for a bucket.</summary>
internal static class ServiceGrants
{
    /// <summary>What a policy says of an action.</summary>
    /// <param name="text">The policy.</param>
    /// <param name="account">The account that owns the resource.</param>
    /// <param name="action">The action.</param>
    /// <param name="arn">The resource.</param>
    /// <param name="context">Which service asks, for which bucket.</param>
    public static Outcome Decide(PolicyText text, string account, string action, string arn, StoreContext context)
    {
        if (PolicyDocument.Read(text.Document, PolicyKind.Resource, out _) is not { } policy)
            return Outcome.ImplicitDeny;
        return Evaluator.Decide(new()
        {
            Requester = Requester.Service(context.Name),
            Action = ActionName.Of(action),
            Resource = new(arn),
            Context = context,
            Principal = PrincipalPolicies.None,
            Target = new(account) { Policy = PolicyStack.Of([new(text.Source, policy)]) },
        }).Outcome;
    }
}
