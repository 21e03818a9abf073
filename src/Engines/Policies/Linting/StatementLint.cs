using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>The elements of a statement.</summary>
internal static class StatementLint
{
    private static readonly string[] Elements =
    [
        "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition",
    ];

    /// <summary>Looks through a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        foreach (var (name, _) in node.Members)
        {
            if (!Elements.Contains(name))
                scope.Error("INVALID_POLICY_ELEMENT", $"The policy element {name} is not valid.");
        }

        foreach (var name in (string[])["Action", "Resource", "Principal"])
        {
            if (node[name] is not null && node[$"Not{name}"] is not null)
            {
                scope.Error("UNSUPPORTED_ELEMENT_COMBINATION", $"The policy elements {name} and Not{name} can not be "
                    + "used in the same statement. Remove one of these elements.");
            }
        }

        CheckEffect(scope, node["Effect"]);
        CheckSid(scope, node["Sid"]);
        PrincipalLint.Check(scope, node);
        CheckActions(scope, node);
        CheckResources(scope, node);
        ConditionLint.Check(scope, node);
        GrantLint.Check(scope, node);
        TagLint.Check(scope, node);
        if (scope.Kind == PolicyKind.Trust) TrustLint.Check(scope, node);
        if (scope.Kind == PolicyKind.ResourceControl) ControlLint.Check(scope, node);
    }

    /// <summary>The entries of an element or of its negation; empty where they are no texts.</summary>
    public static string[] Entries(Node node, string name) => (node[name] ?? node[$"Not{name}"])?.Texts() ?? [];

    private static void CheckEffect(LintScope scope, Node? effect)
    {
        if (effect is null)
        {
            scope.Error(
                "MISSING_EFFECT", "Add an Effect element to the policy statement with a value of Allow or Deny.");
        }
        else if (effect.Kind != NodeKind.String)
        {
            scope.Mismatch("String");
        }
        else if (effect.Text is not ("Allow" or "Deny"))
        {
            scope.Error("INVALID_EFFECT", $"The effect {effect.Text} is not valid. Use Allow or Deny.");
        }
    }

    private static void CheckSid(LintScope scope, Node? sid)
    {
        if (sid is null) return;
        if (sid.Kind != NodeKind.String)
        {
            scope.Mismatch("String");
        }
        else if (sid.Text.Length == 0)
        {
            scope.Suggest("EMPTY_SID_VALUE", "Add a value to the empty string in the Sid element.");
        }
        else if ((scope.IsIdentity || scope.Kind == PolicyKind.Trust) && !sid.Text.All(char.IsAsciiLetterOrDigit))
        {
            scope.Error("UNSUPPORTED_SID", "Update the characters in the Sid element to use one of the following "
                + "character types: [a-z, A-Z, 0-9]");
        }
    }

    private static void CheckActions(LintScope scope, Node node)
    {
        if ((node["Action"] ?? node["NotAction"]) is not { } actions)
            scope.Error("MISSING_ACTION", "Add an Action or NotAction element to the policy statement.");
        else if (actions.Texts() is not { } texts)
            scope.Mismatch("String");
        else if (texts.Length == 0)
            scope.Suggest("EMPTY_ARRAY_ACTION",
                "This statement includes no actions and does not affect the policy. Specify actions.");
        else
            ActionLint.Check(scope, texts);
    }

    private static void CheckResources(LintScope scope, Node node)
    {
        var resources = node["Resource"] ?? node["NotResource"];
        if (scope.Kind == PolicyKind.Trust)
        {
            if (resources is not null)
            {
                scope.Error("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", "Role trust policies apply to the role that "
                    + "they are attached to. You cannot specify a resource. Remove the Resource or NotResource "
                    + "element.");
            }
        }
        else if (resources is null)
        {
            scope.Error("MISSING_RESOURCE", "Add a Resource or NotResource element to the policy statement.");
        }
        else if (resources.Texts() is not { } texts)
        {
            scope.Mismatch("String");
        }
        else if (texts.Length == 0)
        {
            scope.Suggest("EMPTY_ARRAY_RESOURCE",
                "This statement includes no resources and does not affect the policy. Specify resources.");
        }
        else
        {
            ResourceLint.Check(scope, texts);
        }
    }
}
