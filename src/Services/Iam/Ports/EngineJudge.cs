using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Services.Iam.Ports;

/// <summary>
/// Decides on trust policies with the engine of policies. Whether the caller's own policies let it ask is decided
/// before the operation runs, for those who have policies; so here they allow all.
/// </summary>
internal sealed class EngineJudge : ITrustJudge
{
    private const string All =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    private static readonly PrincipalPolicies Free =
        new(PolicyStack.Of(new AttachedPolicy("all", PolicyDocument.Parse(All, PolicyKind.Identity))));

    /// <inheritdoc/>
    public bool Allows(TrustQuestion question)
    {
        if (PolicyDocument.Read(question.Document, PolicyKind.Trust, out _) is not { } document) return false;
        var entries = question.Context.Select(pair =>
            KeyValuePair.Create(ContextKey.Of(pair.Key), new ContextValues([.. pair.Value])));
        return Evaluator.Decide(new()
        {
            Requester = RequesterOf(question.Who),
            Action = ActionName.Of(question.Action),
            Resource = new(question.Role),
            Context = new RequestContext(entries),
            Principal = Free,
            Target = new(Arns.AccountOf(question.Role))
            {
                Policy = PolicyStack.Of(new AttachedPolicy(question.Role, document)),
                MustAllow = true,
                Control = Control(question),
            },
        }).IsAllowed;
    }

    private static ControlPath Control(TrustQuestion question) => question.Control.Count == 0
        ? ControlPath.None
        : ControlPath.Of(question.Control.Select(level => new ControlLevel(level.Level, PolicyStack.Of(Read(level)))));

    private static List<AttachedPolicy> Read(ControlTexts level)
    {
        var all = new List<AttachedPolicy>();
        foreach (var text in level.Policies)
        {
            if (PolicyDocument.Read(text.Document, PolicyKind.ResourceControl, out _) is { } document)
                all.Add(new(text.Source, document));
        }

        return all;
    }

    private static Requester RequesterOf(Asker who)
    {
        var arn = who.Names[0];
        return who.Kind switch
        {
            "Service" => Requester.Service(arn),
            "Federated" => new(RequesterKind.Federated, arn, ""),
            _ when arn.Contains(":assumed-role/", StringComparison.Ordinal) =>
                Requester.Session(arn, who.Names[^1]) with { UniqueId = who.Id },
            _ when arn.Contains(":federated-user/", StringComparison.Ordinal) => Requester.FederatedUser(arn, arn),
            _ when arn == Caller.Root(who.Account).Arn => Requester.Root(who.Account),
            _ => Requester.User(arn) with { UniqueId = who.Id },
        };
    }
}
