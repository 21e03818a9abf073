using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>What is about the document as a whole.</summary>
internal static class DocumentLint
{
    private static readonly string[] Elements = ["Version", "Id", "Statement"];

    /// <summary>Looks through a document and its statements.</summary>
    public static void Check(LintScope scope, Node root)
    {
        if (root.Kind != NodeKind.Object)
        {
            scope.Mismatch("Object");
            return;
        }

        foreach (var (name, _) in root.Members)
        {
            if (!Elements.Contains(name))
                scope.Error("INVALID_POLICY_ELEMENT", $"The policy element {name} is not valid.");
        }

        CheckVersion(scope, root["Version"]);
        if (root["Id"] is { Kind: not NodeKind.String }) scope.Mismatch("String");
        if (root["Statement"] is not { } list || list.AsList().Count == 0)
        {
            scope.Error("MISSING_STATEMENT", "Add a statement to the policy");
            return;
        }

        var statements = list.AsList();
        for (var index = 0; index < statements.Count; index++)
        {
            scope.Enter(statements[index], index);
            if (statements[index].Kind == NodeKind.Object) StatementLint.Check(scope, statements[index]);
            else scope.Mismatch("Object");
        }

        CheckTwins(scope, statements);
        scope.Enter(null, -1);
    }

    /// <summary>Quotas: only IAM does not count white space.</summary>
    public static void CheckSize(LintScope scope, string text, int? limit)
    {
        var (all, some) = (text.Length, PolicyQuotas.LengthOf(text));
        if (scope.Kind == PolicyKind.ServiceControl && all > PolicyQuotas.ServiceControl)
        {
            scope.Error("POLICY_SIZE_EXCEEDS_SCP_QUOTA", Over(
                all, PolicyQuotas.ServiceControl, "in the service control policy (SCP)", "SCPs"));
        }
        else if (scope.Kind == PolicyKind.ResourceControl && all > PolicyQuotas.ResourceControl)
        {
            scope.Error("POLICY_SIZE_EXCEEDS_RCP_QUOTA", Over(
                all, PolicyQuotas.ResourceControl, "in the resource control policy (RCP)", "RCPs"));
        }
        else if (scope.IsIdentity && some > PolicyQuotas.Managed)
        {
            scope.Warning("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", Over(
                some, PolicyQuotas.Managed, "in the identity policy, excluding whitespace,",
                "inline and managed policies"));
        }
        else if (scope.Kind == PolicyKind.Trust && some > PolicyQuotas.Trust)
        {
            scope.Warning("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
                "The characters in the role trust policy, excluding whitespace, exceed the character maximum. We "
                + "recommend that you request a role trust policy length quota increase using Service Quotas and AWS "
                + "Support Center. If the quotas have already been increased, then you can ignore this warning.");
        }
        else if (scope.Kind == PolicyKind.Resource && all > limit)
        {
            scope.Warning("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", Over(
                all, limit.Value, "in the resource policy", "resource policies"));
        }
    }

    private static string Over(int length, int limit, string where, string what) =>
        $"The {length} characters {where} exceed the {limit} character maximum for {what}. We recommend that you use "
        + "multiple granular policies.";

    private static void CheckVersion(LintScope scope, Node? version)
    {
        scope.HasVariables = version?.Text == "2012-10-17";
        if (version is null)
        {
            scope.Warning("MISSING_VERSION",
                "We recommend that you specify the Version element to help you with debugging permission issues.");
        }
        else if (version.Kind != NodeKind.String)
        {
            scope.Mismatch("String");
        }
        else if (version.Text is not ("2012-10-17" or "2008-10-17"))
        {
            scope.Error("INVALID_VERSION", $"The version {version.Text} is not valid. Use one of the following "
                + "versions: 2012-10-17, 2008-10-17");
        }
    }

    private static void CheckTwins(LintScope scope, IReadOnlyList<Node> statements)
    {
        var (sids, texts) = (new HashSet<string>(), new HashSet<string>());
        for (var index = 0; index < statements.Count; index++)
        {
            var statement = statements[index];
            scope.Enter(statement, index);
            if (statement["Sid"] is { Kind: NodeKind.String, Text.Length: > 0 } sid && !sids.Add(sid.Text))
                AddTwin(scope);
            if (!texts.Add(Canonical(statement)))
            {
                scope.Suggest("REDUNDANT_STATEMENT", "The statements are redundant because they provide identical "
                    + "permissions. Update the policy to remove the redundant statement.");
            }
        }
    }

    private static void AddTwin(LintScope scope)
    {
        if (scope.Kind is PolicyKind.Resource or PolicyKind.Endpoint)
        {
            scope.Warning("UNIQUE_SIDS_RECOMMENDED",
                "We recommend that you use statement IDs that are unique to your policy. Update the Sid value.");
        }
        else
        {
            scope.Error("UNIQUE_SIDS_REQUIRED",
                "Duplicate statement IDs are not supported for this policy type. Update the Sid value.");
        }
    }

    // Without its Sid; the order of members and items means nothing.
    private static string Canonical(Node node) => node.Kind switch
    {
        NodeKind.Object => $"{{{string.Join(',', node.Members.Where(m => m.Key != "Sid")
            .Select(m => $"{m.Key}:{Canonical(m.Value)}").Order(StringComparer.Ordinal))}}}",
        NodeKind.Array when node.Items.Count != 1 =>
            $"[{string.Join(',', node.Items.Select(Canonical).Order(StringComparer.Ordinal))}]",
        NodeKind.Array => Canonical(node.Items[0]),
        _ => $"'{node.Text}'",
    };
}
