using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>What is asked of resource control policies alone.</summary>
internal static class ControlLint
{
    /// <summary>Of actions of services that take no part in them.</summary>
    public const string Services =
        "RCPs only support specifying select service prefixes in the Action element. Learn more here.";

    private static readonly string[] OfPrincipals =
    [
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths",
    ];

    private static readonly string[] OfSources = ["aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    /// <summary>Looks through a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        if (node["NotAction"] is not null)
        {
            scope.Error("RCP_SYNTAX_ERROR_NOTACTION",
                "RCPs do not support the NotAction element. Update to use the Action element.");
        }

        var isAll = node["Resource"]?.Texts() is ["*"];
        if (node["Effect"]?.Text == "Allow" && (!isAll || node["Condition"] is not null))
        {
            scope.Error("RCP_SYNTAX_ERROR_ALLOW", "RCPs only support specifying all principals (\"*\") in the "
                + "Principal element, all resources (\"*\") in the Resource element, and no Condition element with an "
                + "effect of Allow.");
        }

        if (node["Effect"]?.Text == "Deny" && StatementLint.Entries(node, "Action").Contains("*"))
            scope.Error("RCP_SYNTAX_ERROR_ACTION", Services);
        CheckPairs(scope, node);
    }

    /// <summary>Whether a statement names everybody, as it has to.</summary>
    public static bool IsEverybody(LintScope scope, Node node)
    {
        if (node["Principal"] is { Kind: NodeKind.String, Text: "*" }) return true;
        scope.Error("RCP_SYNTAX_ERROR_PRINCIPAL", "The Principal element contents are not valid. RCPs only support "
            + "specifying all principals (\"*\") in the Principal element. The NotPrincipal element is not supported "
            + "for RCPs.");
        return false;
    }

    // Which keys count as the principal's and which as the source's is taken from their names.
    private static void CheckPairs(LintScope scope, Node node)
    {
        const string impact = "RCPs impact IAM roles, users, and AWS service principals. To prevent unintended impact "
            + "to ";
        var keys = PrincipalLint.KeysOf(node).ToList();
        bool Has(string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);
        var hasService = Has("aws:PrincipalIsAWSService");
        if (node["Effect"]?.Text == "Allow") return;
        if (OfPrincipals.FirstOrDefault(Has) is { } principal && !hasService)
        {
            scope.Warning("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", impact + "services acting on your behalf "
                + "using a service principal, an additional statement should be added to the Condition block "
                + "\"BoolIfExists\": { \"aws:PrincipalIsAWSService\": \"false\"} whenever a principal key "
                + $"{principal} is used.");
        }

        if (OfSources.FirstOrDefault(Has) is not { } source) return;
        if (!hasService)
        {
            scope.Warning("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", impact + "your principals, an "
                + "additional statement should be added to the Condition block \"BoolIfExists\": { "
                + $"\"aws:PrincipalIsAWSService\": \"true\"}} whenever the key {source} is used.");
        }

        var nulls = node["Condition"]?["Null"]?.Members.Select(m => m.Key.ToLowerInvariant()) ?? [];
        if (nulls.Any(key => key is "aws:sourceaccount" or "aws:sourcearn")) return;
        scope.Warning("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", "The specified service may have a service "
            + $"integration that does not require the use of the {source} condition key. To prevent unintended impact "
            + "to services acting on your behalf using a service principal, an additional statement should be added "
            + "to the Condition block \"Null\": { \"aws:SourceAccount\": \"false\"} or \"Null\": { \"aws:SourceArn\": "
            + $"\"false\"}} whenever the key {source} is used.");
    }
}
