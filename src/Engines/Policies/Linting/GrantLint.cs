using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Roles that may be passed or made at will.</summary>
internal static class GrantLint
{
    // A role whose name nobody would spell out.
    private const string AnyRole = "arn:aws:iam::111122223333:role/orrery-any";

    private const string Narrower = " We recommend that you specify resource ARNs";

    /// <summary>Looks through a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        if (node["Effect"]?.Text != "Allow" || scope.Kind is PolicyKind.Trust or PolicyKind.Resource) return;
        var keys = PrincipalLint.KeysOf(node).Select(k => k.ToLowerInvariant()).ToList();
        if (WayOf(node, "iam:passrole") is { } pass)
        {
            var isStar = pass.Contains("STAR_IN_RESOURCE", StringComparison.Ordinal)
                || pass.EndsWith("AND_RESOURCE", StringComparison.Ordinal);
            if (!isStar || !keys.Contains("iam:passedtoservice"))
                scope.Security($"PASS_ROLE_WITH_{pass}", PassText(pass, isStar));
        }

        // The managed policies that the reference lists for it are those without this key.
        if (WayOf(node, "iam:createservicelinkedrole") is { } make && !keys.Contains("iam:awsservicename"))
            scope.Warning($"CREATE_SLR_WITH_{make}", MakeText(make));
    }

    // How a statement grants an action on roles that it does not name; null where it does not.
    private static string? WayOf(Node node, string action)
    {
        var actions = StatementLint.Entries(node, "Action").Select(a => a.ToLowerInvariant()).ToList();
        var isCovered = actions.Any(a => PatternSets.Covers([a], action));
        if (node["NotAction"] is not null ? isCovered : !isCovered) return null;
        var isNotResource = node["NotResource"] is not null;
        if (!isNotResource && !StatementLint.Entries(node, "Resource").Any(IsAny)) return null;
        if (node["NotAction"] is not null)
            return isNotResource ? "NOT_ACTION_AND_NOT_RESOURCE" : "STAR_IN_RESOURCE_AND_NOT_ACTION";
        var isNamed = actions.Contains(action);
        return isNotResource
            ? isNamed ? "NOT_RESOURCE" : "STAR_IN_ACTION_AND_NOT_RESOURCE"
            : isNamed ? "STAR_IN_RESOURCE" : "STAR_IN_ACTION_AND_RESOURCE";
    }

    private static bool IsAny(string resource) => resource == "*"
        || (!resource.Contains("${", StringComparison.Ordinal) && PatternSets.Covers([resource], AnyRole));

    private static string PassText(string way, bool isStar)
    {
        const string many = "can be overly permissive because it can allow iam:PassRole permissions on multiple "
            + "resources.";
        const string every = "can be overly permissive because it allows iam:PassRole permissions on all resources.";
        var text = way switch
        {
            "NOT_RESOURCE" => $"Using the iam:PassRole action with NotResource {many}",
            "STAR_IN_ACTION_AND_NOT_RESOURCE" => $"Using an action with a wildcard (*) and NotResource {many}",
            "NOT_ACTION_AND_NOT_RESOURCE" => $"Using NotAction with NotResource {many}.",
            "STAR_IN_RESOURCE" => "Using the iam:PassRole action with wildcards (*) in the resource can be overly "
                + "permissive because it allows iam:PassRole permissions on multiple resources.",
            "STAR_IN_ACTION_AND_RESOURCE" => $"Using wildcards (*) in the action and the resource {every}",
            _ => $"Using a resource with wildcards (*) and NotAction {every}",
        };
        return text + Narrower
            + (isStar ? " or add the iam:PassedToService condition key to your statement." : " instead.");
    }

    private static string MakeText(string way)
    {
        const string many = "can allow creation of unintended service-linked roles";
        const string every = $"{many} because it allows iam:CreateServiceLinkedRole permissions on";
        var text = way switch
        {
            "NOT_RESOURCE" =>
                $"Using the iam:CreateServiceLinkedRole action with NotResource {many} for multiple resources.",
            "STAR_IN_ACTION_AND_NOT_RESOURCE" => $"Using an action with a wildcard(*) and NotResource {many} because "
                + "it can allow iam:CreateServiceLinkedRole permissions on multiple resources.",
            "NOT_ACTION_AND_NOT_RESOURCE" => $"Using NotAction with NotResource {every} multiple resources.",
            "STAR_IN_RESOURCE" =>
                $"Using the iam:CreateServiceLinkedRole action with wildcards (*) in the resource {many}.",
            "STAR_IN_ACTION_AND_RESOURCE" =>
                $"Using wildcards (*) in the action and the resource {every} all resources.",
            _ => $"Using a resource with wildcards (*) and NotAction {every} all resources.",
        };
        return $"{text}{Narrower} instead.";
    }
}
