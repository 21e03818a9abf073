using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Engines.Policies.Explaining;

/// <summary>The statements that are about the action and would grant it, and what of the request they do not
/// match.</summary>
internal static class NearMisses
{
    private const int Most = 10;

    /// <summary>Those of the kind of policies that did not allow.</summary>
    public static IEnumerable<Reason> Of(in AccessRequest request, in Verdict verdict)
    {
        var found = new List<Reason>();
        foreach (var policy in StackOf(request, verdict)?.Policies ?? [])
        {
            foreach (var statement in policy.Document.Statements)
            {
                if (found.Count == Most || statement.Effect != Effect.Allow || !statement.AppliesTo(request.Action))
                    continue;
                if (Miss(statement, request) is { } text)
                {
                    found.Add(Reason.Of(
                        "NEAR_MISS", $"{StatementText.NameOf(new(policy, statement))} {text}", policy.Name));
                }
            }
        }

        return found;
    }

    /// <summary>The policies of a kind.</summary>
    public static PolicyStack? StackOf(in AccessRequest request, in Verdict verdict) => verdict.Layer switch
    {
        PolicyLayer.ServiceControl or PolicyLayer.ResourceControl => verdict.Level?.Policies,
        PolicyLayer.Endpoint => request.Endpoint,
        PolicyLayer.Resource => request.Target.Policy,
        PolicyLayer.Identity => request.Principal.Identity,
        PolicyLayer.Boundary => request.Principal.Boundary,
        PolicyLayer.Session => request.Principal.Session,
        _ => null,
    };

    private static string? Miss(Statement statement, in AccessRequest request)
    {
        if (!statement.AppliesTo(request.Resource, request.Context))
            return $"is not about {request.Resource.Text}";
        if (statement.Names(request.Requester) == Naming.None) return $"does not name {request.Requester.Arn}";
        foreach (var condition in statement.Conditions)
        {
            if (condition.Holds(request.Context)) continue;
            var values = request.Context.Get(condition.Key);
            var has = values.Count == 0 ? "nothing" : values.ToString();
            var wanted = string.Join(", ", condition.Values);
            return $"asks {condition.Name} {condition.Key}: {wanted}; the request has {has}";
        }

        return null;
    }
}
