using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Sets;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Entries of Action and NotAction.</summary>
internal static class ActionLint
{
    // How many letters may differ in what was meant (guessed).
    private const int Slips = 2;

    /// <summary>Looks through the entries.</summary>
    public static void Check(LintScope scope, string[] actions)
    {
        foreach (var action in actions) CheckOne(scope, action);
        var lower = actions.Select(a => a.ToLowerInvariant()).ToList();
        var needless = Needless(lower).ToList();
        if (needless.Count == 0) return;
        scope.Suggest("REDUNDANT_ACTION", $"The {needless.Count} action(s) are redundant because they provide similar "
            + $"permissions. Update the policy to remove the redundant action such as: {actions[needless[0]]}.");
    }

    /// <summary>Which entries are within others; of equal ones the later.</summary>
    public static IEnumerable<int> Needless(IReadOnlyList<string> patterns)
    {
        var wild = Enumerable.Range(0, patterns.Count).Where(i => WildAt(patterns[i]) >= 0).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < patterns.Count; i++)
        {
            var isTwin = !seen.Add(patterns[i]);
            if (patterns[i].Contains("${", StringComparison.Ordinal)) continue;
            if (isTwin || wild.Any(w => patterns[w] != patterns[i] && IsWithin(patterns[i], patterns[w])))
                yield return i;
        }
    }

    // Policies of AWS name two thousand actions: most pairs differ before the first wildcard.
    private static bool IsWithin(string narrow, string wide)
    {
        if (!narrow.AsSpan().StartsWith(wide.AsSpan(0, WildAt(wide)))) return false;
        return WildAt(narrow) < 0 ? Glob.Of(wide).Matches(narrow) : PatternSets.Covers([wide], narrow);
    }

    private static int WildAt(string pattern) => pattern.AsSpan().IndexOfAny('*', '?');

    private static void CheckOne(LintScope scope, string action)
    {
        if (action == "*") return;
        if (VariableLint.Find(action) is { } variable) VariableLint.Misplaced(scope, variable);
        else if (action.Split(':') is not [var service, { Length: > 0 } name]) Missing(scope, action, null);
        else if (service.AsSpan().IndexOfAny('*', '?') >= 0) WildService(scope);
        else CheckName(scope, action, service, name);
    }

    private static void CheckName(LintScope scope, string action, string service, string name)
    {
        if (scope.Words.Find(service.ToLowerInvariant()) is not { Actions.Count: > 0 } words)
        {
            var near = Nearest(service.ToLowerInvariant(), scope.Words.Services);
            scope.Error("INVALID_SERVICE_IN_ACTION", $"The service {service} specified in the action does not exist."
                + (near is null ? "" : $" Did you mean {near}?"));
            return;
        }

        var isWild = name.AsSpan().IndexOfAny('*', '?') >= 0;
        var glob = Glob.Of(name.ToLowerInvariant());
        if (isWild ? !words.Actions.Any(a => glob.Matches(a.ToLowerInvariant())) : !words.Has(name))
        {
            var near = isWild ? null : Nearest(name, words.Actions);
            Missing(scope, action, near is null ? null : $"{service}:{near}");
        }

        if (scope.Kind == PolicyKind.ResourceControl && !words.IsLimited)
            scope.Error("RCP_SYNTAX_ERROR_ACTION", ControlLint.Services);
    }

    /// <summary>A wildcard where a service stands.</summary>
    public static void WildService(LintScope scope) => scope.Suggest("WILDCARD_IN_SERVICE_NAME",
        "Avoid using wildcards (*, ?) in the service name because it might grant unintended access to other AWS "
        + "services with similar names.");

    private static void Missing(LintScope scope, string action, string? near) => scope.Error(
        "INVALID_ACTION", $"The action {action} does not exist." + (near is null ? "" : $" Did you mean {near}?"));

    private static string? Nearest(string text, IEnumerable<string> words) => words
        .Select(word => (Word: word, Distance: Distance(text.ToLowerInvariant(), word.ToLowerInvariant())))
        .Where(near => near.Distance is > 0 and <= Slips && near.Distance < text.Length / 2)
        .OrderBy(near => near.Distance).Select(near => near.Word).FirstOrDefault();

    private static int Distance(string first, string second)
    {
        if (Math.Abs(first.Length - second.Length) > Slips) return Slips + 1;
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var other = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(other, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
