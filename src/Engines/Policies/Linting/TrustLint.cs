using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>What is asked of trust policies of roles alone.</summary>
internal static class TrustLint
{
    private const string GitHub = "token.actions.githubusercontent.com";

    private static readonly string[] Anywhere = ["sts:assumerole", "sts:setsourceidentity", "sts:tagsession"];

    /// <summary>Looks through a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        if (node["Principal"] is not { Kind: NodeKind.Object } principal) return;
        var actions = StatementLint.Entries(node, "Action").Select(a => a.ToLowerInvariant()).ToList();
        CheckActions(scope, principal, actions);
        CheckSessions(scope, principal["AWS"]?.Texts() ?? []);
        if (principal["Service"]?.Texts()?.Contains("rolesanywhere.amazonaws.com") == true
            && !actions.Contains("sts:*") && !Anywhere.All(actions.Contains))
        {
            scope.Error("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", "The rolesanywhere.amazonaws.com service "
                + "principal requires the sts:AssumeRole, sts:SetSourceIdentity, and sts:TagSession permissions to "
                + "assume a role. Add the missing permissions to the policy.");
        }

        if (node["Effect"]?.Text == "Allow") CheckProviders(scope, node, principal["Federated"]?.Texts() ?? []);
    }

    /// <summary>Whether a federated principal is the ARN of a SAML provider.</summary>
    public static bool IsSaml(string text) =>
        text.Split(':', 6) is ["arn", _, "iam", "", { Length: 12 }, var name]
        && name.StartsWith("saml-provider/", StringComparison.Ordinal);

    /// <summary>Whether a federated principal is the ARN of an OpenID Connect provider, or a domain.</summary>
    public static bool IsOidc(string text) => text.StartsWith("arn:", StringComparison.Ordinal)
        ? text.Split(':', 6) is ["arn", _, "iam", "", { Length: 12 }, var name]
            && name.StartsWith("oidc-provider/", StringComparison.Ordinal)
        : text.Contains('.', StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/' or '_' or ':');

    private static void CheckActions(LintScope scope, Node principal, List<string> actions)
    {
        var all = principal.Members.SelectMany(m => m.Value.Texts() ?? []).ToList();
        var federated = principal["Federated"]?.Texts() ?? [];
        foreach (var (action, name, fits) in ((string, string, Func<string, bool>)[])
            [("sts:assumerolewithsaml", "sts:AssumeRoleWithSAML", IsSaml),
            ("sts:assumerolewithwebidentity", "sts:AssumeRoleWithWebIdentity", IsOidc)])
        {
            var wrong = all.Where(p => !federated.Contains(p) || !fits(p)).ToList();
            if (!actions.Contains(action) || wrong.Count == 0) continue;
            scope.Error("MISMATCHED_ACTION_FOR_PRINCIPAL", $"The {name} action is invalid with the following "
                + $"principal(s): {string.Join(", ", wrong)}. Use a SAML provider principal with the "
                + "sts:AssumeRoleWithSAML action or use an OIDC provider principal with the "
                + "sts:AssumeRoleWithWebIdentity action. Ensure the provider is Federated if you use either of the two "
                + "options.");
        }
    }

    private static void CheckSessions(LintScope scope, string[] arns)
    {
        foreach (var session in arns)
        {
            if (session.Split(':', 6) is not ["arn", var partition, "sts", "", var account, var name]
                || name.Split('/') is not ["assumed-role", var role, _]) continue;
            var parent = arns.FirstOrDefault(arn =>
                arn.StartsWith($"arn:{partition}:iam::{account}:role/", StringComparison.Ordinal)
                && arn.EndsWith($"/{role}", StringComparison.Ordinal));
            if (parent is null) continue;
            scope.Suggest("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", $"The assumed-role principal {session} is "
                + $"redundant with its parent role {parent}. Remove the assumed-role principal.");
        }
    }

    private static void CheckProviders(LintScope scope, Node node, string[] providers)
    {
        var keys = PrincipalLint.KeysOf(node).ToList();
        foreach (var provider in providers.Where(IsOidc))
        {
            var host = provider[(provider.IndexOf(":oidc-provider/", StringComparison.Ordinal) is >= 0 and var at
                ? at + ":oidc-provider/".Length : 0)..];
            if (!keys.Any(key => key.StartsWith($"{host}:", StringComparison.OrdinalIgnoreCase)))
            {
                scope.Security("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", "Using an Open ID Connect principal without "
                    + "a condition can be overly permissive. Add condition keys with a prefix that matches your "
                    + "federated OIDC principals to ensure that only the intended identity provider assumes the role.");
            }

            if (host == GitHub) CheckGitHub(scope, node, keys);
        }
    }

    private static void CheckGitHub(LintScope scope, Node node, List<string> keys)
    {
        if (!keys.Contains($"{GitHub}:sub", StringComparer.OrdinalIgnoreCase))
        {
            scope.Security("MISSING_GITHUB_REPO_CONDITION_KEY", "Granting a federated GitHub principal permissions "
                + "without a condition key can allow more sources to assume the role than you intended. Add the "
                + $"{GitHub}:sub condition key and specify the branch and repository name in the value.");
            return;
        }

        var subjects = node["Condition"]!.Members.SelectMany(m => m.Value.Members)
            .Where(m => m.Key.Equals($"{GitHub}:sub", StringComparison.OrdinalIgnoreCase))
            .SelectMany(m => m.Value.Texts() ?? []);
        if (!subjects.Any(s => s.Contains('*', StringComparison.Ordinal))
            || keys.Contains($"{GitHub}:ref", StringComparer.OrdinalIgnoreCase)) return;
        scope.Warning("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", $"Using a wildcard (*) in {GitHub}:sub can allow "
            + $"requests from more sources than you intended. Specify the value of {GitHub}:sub with the repository "
            + "and branch name. If the subject claim does not include the branch, specify it in a "
            + $"{GitHub}:ref condition key.");
    }
}
