using System.Text.Json;

namespace Orrery.Services.Iam.Ports;

/// <summary>
/// Decides on trust policies: statements, principals, actions and the usual conditions. What it does not know matches
/// nothing in Allow and everything in Deny. Source: IAM User Guide, "IAM JSON policy elements".
/// </summary>
internal sealed class PlainJudge : ITrustJudge
{
    /// <inheritdoc/>
    public bool Allows(TrustQuestion question)
    {
        using var json = JsonDocument.Parse(question.Document);
        var allowed = false;
        foreach (var statement in Many(json.RootElement.GetProperty("Statement")))
        {
            var denies = statement.GetProperty("Effect").GetString() == "Deny";
            if (!Matches(statement, question, denies)) continue;
            if (denies) return false;
            allowed = true;
        }

        return allowed;
    }

    private static bool Matches(JsonElement statement, TrustQuestion question, bool denies) =>
        MatchesPrincipal(statement, question.Who)
        && MatchesAction(statement, question.Action)
        && (!statement.TryGetProperty("Condition", out var conditions)
            || conditions.EnumerateObject().All(c => PlainConditions.Hold(c, question.Context, denies)));

    private static bool MatchesPrincipal(JsonElement statement, Asker who)
    {
        if (statement.TryGetProperty("Principal", out var principal)) return Names(principal, who);
        return statement.TryGetProperty("NotPrincipal", out var not) && !Names(not, who);
    }

    private static bool Names(JsonElement principal, Asker who)
    {
        if (principal.ValueKind == JsonValueKind.String) return principal.GetString() == "*";
        return principal.TryGetProperty(who.Kind, out var names)
            && Many(names).Select(n => n.GetString()!).Any(name => Means(name, who));
    }

    private static bool Means(string name, Asker who) =>
        (name == "*" && who.Kind == "AWS")
        || who.Names.Contains(name)
        || (who.Account.Length > 0 && (name == who.Account || name == Caller.Root(who.Account).Arn));

    private static bool MatchesAction(JsonElement statement, string action)
    {
        bool Any(JsonElement patterns) => Many(patterns).Any(
            p => Wildcard.Matches(p.GetString()!.ToLowerInvariant(), action.ToLowerInvariant()));
        if (statement.TryGetProperty("Action", out var actions)) return Any(actions);
        return statement.TryGetProperty("NotAction", out var not) && !Any(not);
    }

    private static IEnumerable<JsonElement> Many(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
