using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Principal and NotPrincipal.</summary>
internal static class PrincipalLint
{
    private static readonly string[] Sources =
        ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    /// <summary>Looks through the principals of a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        var principal = node["Principal"] ?? node["NotPrincipal"];
        if (!IsTaken(scope, node, principal)) return;
        if (principal is { Kind: NodeKind.String, Text: "*" })
        {
            if (scope.Kind == PolicyKind.Trust)
            {
                scope.Error("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", "\"Principal:\" \"*\" is not "
                    + "supported in the principal element of a role trust policy. Replace the wildcard with a valid "
                    + "principal value.");
            }

            return;
        }

        if (principal!.Kind != NodeKind.Object)
        {
            Malformed(scope);
            return;
        }

        if (principal.Members.Count == 0) Empty(scope, "EMPTY_OBJECT_PRINCIPAL");
        foreach (var (key, value) in principal.Members) CheckMember(scope, key, value);
        if (scope.Kind == PolicyKind.Resource) CheckServices(scope, node, principal);
    }

    /// <summary>The condition keys of a statement.</summary>
    public static IEnumerable<string> KeysOf(Node node) =>
        node["Condition"]?.Members.SelectMany(m => m.Value.Members).Select(m => m.Key) ?? [];

    // Whether the kind of policy takes principals, and there is one to look through.
    private static bool IsTaken(LintScope scope, Node node, Node? principal)
    {
        if (scope.IsIdentity || scope.Kind == PolicyKind.ServiceControl)
        {
            if (principal is null) return false;
            if (scope.IsIdentity)
            {
                scope.Error("UNSUPPORTED_PRINCIPAL", "The policy type IDENTITY_POLICY does not support the Principal "
                    + "element. Remove the Principal element.");
            }
            else
            {
                scope.Error("SCP_SYNTAX_ERROR_PRINCIPAL",
                    "SCPs do not support specifying principals. Remove the Principal or NotPrincipal element.");
            }

            return false;
        }

        if (principal is null)
        {
            scope.Error("MISSING_PRINCIPAL", "Add a Principal element to the policy statement.");
            return false;
        }

        if (scope.Kind == PolicyKind.ResourceControl) return ControlLint.IsEverybody(scope, node);
        if (node["NotPrincipal"] is null) return true;
        if (scope.Kind == PolicyKind.Trust)
        {
            scope.Error("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", "Role trust policies do not support "
                + "NotPrincipal. Update the policy to use a Principal element instead.");
        }
        else if (node["Effect"]?.Text == "Allow")
        {
            scope.Security("ALLOW_WITH_NOT_PRINCIPAL", "Using Allow with NotPrincipal can be overly permissive. We "
                + "recommend that you use Principal instead.");
        }

        return true;
    }

    private static void CheckMember(LintScope scope, string key, Node value)
    {
        if (key is not ("AWS" or "Service" or "Federated" or "CanonicalUser"))
            scope.Error("INVALID_PRINCIPAL_KEY", $"The principal key {key} is not valid.");
        else if (value.Texts() is not { } texts)
            Malformed(scope);
        else if (texts.Length == 0)
            Empty(scope, "EMPTY_ARRAY_PRINCIPAL");
        else
            foreach (var text in texts) CheckValue(scope, key, text);
    }

    private static void CheckValue(LintScope scope, string key, string text)
    {
        if (VariableLint.Find(text) is { } variable)
        {
            VariableLint.Misplaced(scope, variable);
        }
        else if (key == "Federated")
        {
            CheckFederated(scope, text);
        }
        else if (text.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            if (key != "AWS" || text != "*") Wild(scope, key);
        }
        else if (key == "AWS")
        {
            if (PrincipalEntry.OfAws(text) is not { } entry) Malformed(scope);
            else if (entry.Type == PrincipalType.UniqueId) CheckId(scope, text);
        }
    }

    private static void CheckId(LintScope scope, string id)
    {
        if (id.StartsWith("AROA", StringComparison.Ordinal))
        {
            scope.Warning("INVALID_ROLE_REFERENCE", $"The Principal element includes the IAM role ID {id}. We "
                + "recommend that you use a role ARN instead.");
        }
        else
        {
            scope.Warning("INVALID_USER_REFERENCE", $"The Principal element includes the IAM user ID {id}. We "
                + "recommend that you use a user ARN instead.");
        }
    }

    private static void CheckFederated(LintScope scope, string text)
    {
        if (scope.Kind != PolicyKind.Trust)
        {
            scope.Error("FEDERATED_PRINCIPAL_NOT_SUPPORTED", "The policy type does not support a federated identity "
                + "provider in the principal element. Use a supported principal.");
        }
        else if (!TrustLint.IsSaml(text) && !TrustLint.IsOidc(text))
        {
            scope.Error("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", "The principal value specifies a "
                + "federated principal that does not match the expected format. Update the federated principal to a "
                + "domain name or a SAML metadata ARN.");
        }
    }

    private static void CheckServices(LintScope scope, Node node, Node principal)
    {
        if (node["Effect"]?.Text != "Allow" || node["Principal"] is null || principal["Service"] is null) return;
        if (KeysOf(node).Any(key => Sources.Contains(key, StringComparer.OrdinalIgnoreCase))) return;
        scope.Security("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", "Granting access to a service principal without "
            + "specifying a source is overly permissive. Use aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or "
            + "aws:SourceOrgPaths condition key to grant fine-grained access.");
    }

    private static void Wild(LintScope scope, string key) => scope.Error("UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
        $"Wildcards (*, ?) are not supported with the principal key {key}. Replace the wildcard with a valid principal "
        + "value.");

    private static void Malformed(LintScope scope) => scope.Error("INVALID_PRINCIPAL_FORMAT",
        "The Principal element contents are not valid. Specify a key-value pair in the Principal element.");

    private static void Empty(LintScope scope, string code) => scope.Suggest(
        code, "This statement includes no principals and does not affect the policy. Specify principals.");
}
