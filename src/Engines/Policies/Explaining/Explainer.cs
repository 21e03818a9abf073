using Orrery.Core;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Engines.Policies.Explaining;

/// <summary>Tells why a verdict is what it is, and what would make a no a yes. Made on demand: deciding needs none of
/// it.</summary>
public static class Explainer
{
    /// <summary>The decision with its reasons and, for a no, the smallest changes that would make it a yes.</summary>
    public static Decision Explain(in AccessRequest request, in Verdict verdict)
    {
        if (verdict.IsAllowed) return Decision.Yes(new("ALLOWED", Granted(request, verdict), Subject(verdict), []));
        var because = new List<Reason>();
        if (verdict.Rule is { } rule)
        {
            because.Add(Reason.Of(
                "DENY_STATEMENT", $"{StatementText.NameOf(rule)} denies {request.Action.Text}", rule.Policy.Name));
        }
        else
        {
            if (verdict.Level is { } level)
                because.Add(Reason.Of("LEVEL", $"no policy of {level.Id} allows it", level.Id));
            because.AddRange(NearMisses.Of(request, verdict));
        }

        var code = verdict.Outcome == Outcome.ExplicitDeny ? "EXPLICIT_DENY" : "IMPLICIT_DENY";
        var root = new Reason(code, AccessDenied.Message(request, verdict), Subject(verdict), because);
        return Remedier.Of(request) is { } remedy ? Decision.No(root, remedy) : Decision.No(root);
    }

    private static string? Subject(in Verdict verdict) => verdict.Rule?.Policy.Name ?? verdict.Level?.Id;

    private static string Granted(in AccessRequest request, in Verdict verdict) => verdict.Rule is { } rule
        ? $"{StatementText.NameOf(rule)}, {Article(verdict.Layer)} {AccessDenied.NameOf(verdict.Layer)}, "
            + $"allows {request.Action.Text}"
        : $"the root user of {request.Requester.Account} may do what nothing denies";

    private static string Article(PolicyLayer layer) => layer == PolicyLayer.Identity ? "an" : "a";
}
