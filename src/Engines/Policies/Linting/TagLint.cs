using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Tags of resources asked of services that have none. Known by service, not by action.</summary>
internal static class TagLint
{
    /// <summary>Looks through a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        var key = PrincipalLint.KeysOf(node)
            .FirstOrDefault(k => k.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase));
        if (key is null || !scope.IsIdentity) return;
        var isAllow = node["Effect"]?.Text == "Allow";
        if (node["NotAction"] is not null)
        {
            AddNot(scope, key, isAllow);
            return;
        }

        var without = StatementLint.Entries(node, "Action").Where(a => a != "*").Select(a => a.Split(':')[0])
            .Where(s => scope.Words.Find(s.ToLowerInvariant()) is { Actions.Count: > 0, HasTags: false })
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (without.Count == 0) return;
        var services = string.Join(", ", without);
        if (isAllow)
        {
            scope.Suggest("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "Using the effect Allow with the tag "
                + $"condition key {key} and actions for services with the following prefixes does not affect the "
                + $"policy: {services}. Actions for the listed service are not allowed by this statement. We recommend "
                + "that you move these actions to a different statement without this condition key.");
        }
        else
        {
            scope.Security("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "Using the effect Deny with the tag "
                + $"condition key {key} and actions for services with the following prefixes can be overly permissive: "
                + $"{services}. Actions for the listed services are not denied by this statement. We recommend that "
                + "you move these actions to a different statement without this condition key.");
        }
    }

    private static void AddNot(LintScope scope, string key, bool isAllow)
    {
        const string instead = "We recommend that you use Action instead of NotAction.";
        if (isAllow)
        {
            scope.Suggest("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "Using the effect Allow "
                + $"with NotAction and the tag condition key {key} allows only service actions that support the "
                + $"condition key. The condition key doesn't apply to some service actions. {instead}");
        }
        else
        {
            scope.Security("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", "Using the effect Deny "
                + $"with NotAction and the tag condition key {key} can be overly permissive because some service "
                + "actions are not denied by this statement. This is because the condition key doesn't apply to some "
                + $"service actions. {instead}");
        }
    }
}
