using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// What ValidatePolicy finds. Source: IAM User Guide, "Access Analyzer policy check reference"; of its checks those
/// that need no list of every service's actions.
/// </summary>
public static class PolicyLint
{
    /// <summary>The findings, errors first.</summary>
    public static IReadOnlyList<PolicyFinding> Of(string text, PolicyKind kind)
    {
        if (PolicyDocument.Read(text, kind, out var fault) is not { } document)
            return [new("ERROR", CodeOf(fault!.Problem), fault.Message, fault.Line, -1)];
        var findings = new List<PolicyFinding>();
        if (document.Version == PolicyVersion.V2008)
        {
            findings.Add(new(
                "WARNING",
                text.Contains("\"Version\"", StringComparison.Ordinal) ? "OUTDATED_VERSION" : "MISSING_VERSION",
                "State version 2012-10-17: without it, variables are plain text.", 1, -1));
        }

        foreach (var statement in document.Statements)
        {
            if (statement.Effect == Effect.Allow) AddWarnings(statement, findings);
            AddRedundant(statement.Actions, "ACTION", statement, findings);
            AddRedundant(statement.Resources, "RESOURCE", statement, findings);
            if (statement.Conditions.Any(c => c.Values.Count == 0))
            {
                findings.Add(Found(
                    "SUGGESTION", "EMPTY_ARRAY_CONDITION", "A condition without values never holds.", statement));
            }
        }

        return findings;
    }

    private static void AddWarnings(Statement statement, List<PolicyFinding> findings)
    {
        void Add(string code, string text) => findings.Add(Found("SECURITY_WARNING", code, text, statement));
        var isEverywhere = !statement.IsNotResource && statement.Resources.Contains("*");
        bool Covers(string action) => !statement.IsNotAction
            && statement.Actions.Any(a => PatternSets.Covers([a.ToLowerInvariant()], action));
        if (isEverywhere && Covers("iam:passrole"))
        {
            var isNamed = statement.Actions.Any(a => a.Equals("iam:PassRole", StringComparison.OrdinalIgnoreCase));
            Add(isNamed ? "PASS_ROLE_WITH_STAR_IN_RESOURCE" : "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
                "Every role may be passed: name the roles.");
        }

        if (isEverywhere && Covers("iam:createservicelinkedrole"))
        {
            var isNamed = statement.Actions.Any(
                a => a.Equals("iam:CreateServiceLinkedRole", StringComparison.OrdinalIgnoreCase));
            Add(isNamed ? "CREATE_SLR_WITH_STAR_IN_RESOURCE" : "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
                "Every service-linked role may be made: name the roles.");
        }

        if (statement.IsNotPrincipal)
            Add("ALLOW_WITH_NOT_PRINCIPAL", "Everybody who is not listed is allowed, also who is not signed in.");
    }

    private static void AddRedundant(
        IReadOnlyList<string> entries, string what, Statement statement, List<PolicyFinding> findings)
    {
        var patterns = entries.Select(e => what == "ACTION" ? e.ToLowerInvariant() : e).ToList();
        for (var i = 0; i < patterns.Count; i++)
        {
            for (var other = 0; other < patterns.Count; other++)
            {
                // Of two that are equal the later one is too much.
                if (i == other || (patterns[i] == patterns[other] && other > i)
                    || patterns[i].Contains("${", StringComparison.Ordinal)
                    || !PatternSets.Covers([patterns[other]], patterns[i])) continue;
                findings.Add(Found(
                    "SUGGESTION", $"REDUNDANT_{what}", $"{entries[i]} is within {entries[other]}.", statement));
                break;
            }
        }
    }

    private static PolicyFinding Found(string type, string code, string text, Statement statement) =>
        new(type, code, text, statement.Line, statement.Index) { Begin = statement.Begin, End = statement.End };

    private static string CodeOf(PolicyProblem problem) => problem switch
    {
        PolicyProblem.DuplicateSid => "UNIQUE_SIDS_REQUIRED",
        PolicyProblem.SidCharacters => "INVALID_SID",
        PolicyProblem.MissingAction => "MISSING_ACTION",
        PolicyProblem.MissingResource => "MISSING_RESOURCE",
        PolicyProblem.MissingPrincipal => "MISSING_PRINCIPAL",
        PolicyProblem.ProhibitedElement => "UNSUPPORTED_ELEMENT",
        PolicyProblem.InvalidAction => "INVALID_ACTION",
        PolicyProblem.InvalidResource => "INVALID_ARN_PREFIX",
        PolicyProblem.InvalidPrincipal => "INVALID_PRINCIPAL_FORMAT",
        PolicyProblem.Version => "INVALID_VERSION",
        PolicyProblem.Syntax => "JSON_SYNTAX_ERROR",
        _ => "POLICY_SYNTAX_ERROR",
    };
}
