using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Documents;

/// <summary>Reads a statement, and tells what is wrong with it.</summary>
/// <param name="kind">The kind of policy that it is in.</param>
/// <param name="version">The version of the language.</param>
/// <param name="fault">Takes what is wrong.</param>
internal sealed class StatementReader(PolicyKind kind, PolicyVersion version, Action<PolicyProblem, string, int> fault)
{
    private static readonly string[] Elements =
    [
        "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition",
    ];

    private int _index;

    private bool HasPrincipals =>
        kind is PolicyKind.Resource or PolicyKind.Trust or PolicyKind.Key or PolicyKind.Endpoint;

    /// <summary>Reads one; null where its syntax is wrong.</summary>
    public Statement? Read(Node node)
    {
        var index = _index++;
        if (node.Kind != NodeKind.Object || node.Members.Any(m => !Elements.Contains(m.Key))) return Syntax(node);
        if (node["Effect"] is not { Kind: NodeKind.String } effect) return Syntax(node);
        if (node["Sid"] is { Kind: not NodeKind.String } sid) return Syntax(sid);
        foreach (var name in new[] { "Action", "Resource", "Principal" })
        {
            if (node[name] is not null && node[$"Not{name}"] is { } both) return Syntax(both);
        }

        if (EffectOf(effect) is not { } isEffect) return null;
        var (actions, resources) = (node["Action"] ?? node["NotAction"], node["Resource"] ?? node["NotResource"]);
        if (actions is not null && actions.Texts() is null) return Syntax(actions);
        if (resources is not null && resources.Texts() is null) return Syntax(resources);
        if (!ReadPrincipals(node, out var principals)) return Syntax(node["Principal"] ?? node["NotPrincipal"]!);
        var conditions = new List<Condition>();
        if (node["Condition"] is { } block && !ConditionReader.Read(block, version, conditions, fault))
            return Syntax(block);
        CheckPresence(node, actions, resources);
        foreach (var text in actions?.Texts() ?? []) StatementRules.CheckAction(text, kind, node.Line, fault);
        if (kind is PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session or PolicyKind.Resource)
            foreach (var text in resources?.Texts() ?? []) StatementRules.CheckResource(text, kind, node.Line, fault);
        var statement = Compile(node, new(isEffect, node["Sid"]?.Text, node.Line, index), principals, [.. conditions]);
        if (kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl)
            StatementRules.CheckControl(statement, kind, node, fault);
        return statement;
    }

    private Statement Compile(
        Node node, StatementHead head, IReadOnlyList<PrincipalEntry>? principals, Condition[] conditions)
    {
        var actions = (node["Action"] ?? node["NotAction"])?.Texts() ?? [];
        var resources = (node["Resource"] ?? node["NotResource"])?.Texts() ?? [];
        return new(head.Effect, head.Sid, head.Line, head.Index)
        {
            Begin = node.Begin,
            End = node.End,
            Actions = actions,
            ActionGlobs = [.. actions.Select(a => Glob.Of(a.ToLowerInvariant()))],
            IsNotAction = node["NotAction"] is not null,
            Resources = resources,
            ResourcePatterns = [.. resources.Select(r => ResourcePattern.Of(r, version == PolicyVersion.V2012))],
            IsNotResource = node["NotResource"] is not null,
            Principals = HasPrincipals ? principals : null,
            IsNotPrincipal = node["NotPrincipal"] is not null,
            Conditions = conditions,
            ConditionList = conditions,
        };
    }

    // The case of the effect is found out later than its word.
    private Effect? EffectOf(Node node)
    {
        if (node.Text == "Allow") return Effect.Allow;
        if (node.Text == "Deny") return Effect.Deny;
        if (!Enum.TryParse<Effect>(node.Text, ignoreCase: true, out var effect)) return Bad(node);
        fault(PolicyProblem.LegacyParsing, "The policy failed legacy parsing", node.Line);
        return effect;

        Effect? Bad(Node at)
        {
            Syntax(at);
            return null;
        }
    }

    private void CheckPresence(Node node, Node? actions, Node? resources)
    {
        if (actions is null || actions.Texts()!.Length == 0)
            fault(PolicyProblem.MissingAction, "Policy statement must contain actions.", node.Line);
        var hasPrincipal = node["Principal"] is not null || node["NotPrincipal"] is not null;
        if (kind == PolicyKind.Trust)
        {
            if (resources is not null)
                fault(PolicyProblem.ProhibitedElement, "Has prohibited field Resource", node.Line);
        }
        else if (resources is null || resources.Texts()!.Length == 0)
        {
            fault(PolicyProblem.MissingResource, "Policy statement must contain resources.", node.Line);
        }

        if (HasPrincipals && !hasPrincipal)
            fault(PolicyProblem.MissingPrincipal, "Missing required field Principal", node.Line);
        if (!HasPrincipals && hasPrincipal && kind is not (PolicyKind.ServiceControl or PolicyKind.ResourceControl))
            fault(PolicyProblem.ProhibitedElement, "Policy document should not specify a principal.", node.Line);
        // The wording is that of S3.
        if (node["NotPrincipal"] is not null && node["Effect"]!.Text == "Allow")
            fault(PolicyProblem.InvalidPrincipal, "Allow with NotPrincipal is not allowed", node.Line);
    }

    private bool ReadPrincipals(Node node, out IReadOnlyList<PrincipalEntry>? entries)
    {
        entries = null;
        if ((node["Principal"] ?? node["NotPrincipal"]) is not { } principal) return true;
        if (principal is { Kind: NodeKind.String, Text: "*" })
        {
            entries = [PrincipalEntry.Everyone];
            return true;
        }

        if (principal.Kind != NodeKind.Object || principal.Members.Count == 0) return false;
        var read = new List<PrincipalEntry>();
        foreach (var (name, value) in principal.Members)
        {
            if (value.Texts() is not { Length: > 0 } texts) return false;
            foreach (var text in texts)
            {
                if (EntryOf(name, text) is { } entry)
                    read.Add(entry);
                else
                    fault(PolicyProblem.InvalidPrincipal, $"Invalid principal in policy: \"{name}\":\"{text}\"",
                        value.Line);
            }

            if (name is not ("AWS" or "Service" or "Federated" or "CanonicalUser")) return false;
        }

        entries = read;
        return true;
    }

    private static PrincipalEntry? EntryOf(string member, string text) => member switch
    {
        "AWS" => PrincipalEntry.OfAws(text),
        "Service" => PrincipalEntry.OfService(text),
        "Federated" => text == "*" ? PrincipalEntry.Everyone : new(PrincipalType.Federated, text),
        "CanonicalUser" => new(PrincipalType.CanonicalUser, text),
        _ => null,
    };

    private Statement? Syntax(Node node)
    {
        fault(PolicyProblem.Syntax, "Syntax errors in policy.", node.Line);
        return null;
    }
}
