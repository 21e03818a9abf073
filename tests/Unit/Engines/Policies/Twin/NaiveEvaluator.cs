using System.Text.Json.Nodes;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>
/// A slow and obvious evaluator: it reads the JSON anew each time, has no index and no compiled form, and matches
/// character by character.
/// </summary>
public static class NaiveEvaluator
{
    /// <summary>Allowed, ExplicitDeny or ImplicitDeny.</summary>
    public static string Decide(PolicyCase one)
    {
        var isRoot = one.Principal.EndsWith(":root", StringComparison.Ordinal);
        JsonObject[] own = isRoot ? [] : [.. one.Identity, .. List(one.Boundary), .. List(one.Session)];
        JsonObject[] all =
        [
            .. own, .. List(one.ResourcePolicy), .. one.ServiceControls.SelectMany(l => l),
            .. one.ResourceControls.SelectMany(l => l),
        ];
        if (all.Any(p => Naming(one, p, "Deny") > 0)) return "ExplicitDeny";
        if (!one.ServiceControls.All(l => Allows(one, l)) || !one.ResourceControls.All(l => Allows(one, l)))
            return "ImplicitDeny";
        var named = one.ResourcePolicy is { } policy ? Naming(one, policy, "Allow") : 0;
        var limits = (one.Boundary is null || Allows(one, one.Boundary))
            && (one.Session is null || Allows(one, one.Session));
        var principal = isRoot || (Allows(one, one.Identity) && limits);
        var isHeld = one.Quirks.HasFlag(Quirks.LimitedSessions) && one.Session is not null && !Allows(one, one.Session);
        bool isAllowed;
        if (one.Account != one.ResourceAccount)
            isAllowed = principal && named > 0;
        else if (one.MustAllow && named == 0)
            isAllowed = false;
        else
            isAllowed = principal || (named == 3 && !isHeld) || (named == 2 && limits);
        return isAllowed ? "Allowed" : "ImplicitDeny";
    }

    private static JsonObject[] List(JsonObject? policy) => policy is null ? [] : [policy];

    private static bool Allows(PolicyCase one, params JsonObject[] policies) =>
        policies.Any(p => Naming(one, p, "Allow") > 0);

    // 0 not at all, 1 by account, 2 by role, 3 itself.
    private static int Naming(PolicyCase one, JsonObject policy, string effect)
    {
        var isNew = (string?)policy["Version"] == "2012-10-17" || one.Quirks.HasFlag(Quirks.OldVariables);
        var statements = policy["Statement"] is JsonArray many ? [.. many] : new[] { policy["Statement"] };
        return statements.Select(s => s!.AsObject())
            .Where(s => (string?)s["Effect"] == effect && IsAbout(one, s, isNew))
            .Select(s => NamingOf(one, s))
            .DefaultIfEmpty(0).Max();
    }

    private static bool IsAbout(PolicyCase one, JsonObject statement, bool isNew)
    {
        bool Action(string pattern) =>
            NaiveText.Glob(NaiveText.Plain(pattern.ToLowerInvariant()), one.Action.ToLowerInvariant());
        bool Resource(string pattern) => NaiveText.Resource(pattern, one.Resource, one.Context, isNew);
        var action = statement["Action"] is { } actions
            ? Texts(actions).Any(Action)
            : !Texts(statement["NotAction"]!).Any(Action);
        bool IsKnown(string pattern) => NaiveText.Render(pattern, one.Context, isNew) is not null;
        var resource = statement["Resource"] is { } resources ? Texts(resources).Any(Resource)
            : statement["NotResource"] is not { } others
                || (Texts(others).All(IsKnown) && !Texts(others).Any(Resource));
        return action && resource && NaiveConditions.Hold(statement["Condition"] as JsonObject, one, isNew);
    }

    private static int NamingOf(PolicyCase one, JsonObject statement)
    {
        if (statement["Principal"] is { } principal) return Entries(principal).Select(e => Names(one, e)).Max();
        if (statement["NotPrincipal"] is not { } others) return 3;
        var listed = Entries(others);
        if (listed.Contains("*")) return 0;
        if (one.Boundary is not null) return 3;
        var account = listed.Any(e => e == one.Account || e == $"arn:aws:iam::{one.Account}:root");
        if (one.Quirks.HasFlag(Quirks.SparedAccounts)) return listed.Any(e => Names(one, e) > 0) ? 0 : 3;
        var isSpared = account
            && (listed.Contains(one.Principal) || one.Principal.EndsWith(":root", StringComparison.Ordinal))
            && (one.Role is null || listed.Contains(one.Role));
        return isSpared ? 0 : 3;
    }

    private static int Names(PolicyCase one, string entry) =>
        entry == "*" || entry == one.Principal ? 3
        : entry == one.Role ? 2
        : entry == one.Account || entry == $"arn:aws:iam::{one.Account}:root"
            ? one.Principal.EndsWith(":root", StringComparison.Ordinal) ? 3 : 1
            : 0;

    private static string[] Entries(JsonNode principal) => principal is JsonObject members
        ? [.. members.Where(m => m.Key == "AWS").SelectMany(m => Texts(m.Value!))]
        : ["*"];

    private static string[] Texts(JsonNode node) =>
        node is JsonArray many ? [.. many.Select(n => (string)n!)] : [(string)node!];
}
