using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orrery.Tests.Unit.Engines.Policies.Twin;

/// <summary>Patterns and variables, the slow way: a pattern is a list of characters of which some are wild.</summary>
internal static class NaiveText
{
    /// <summary>A pattern without variables.</summary>
    public static (char Char, bool IsWild)[] Plain(string text) => [.. text.Select(c => (c, c is '*' or '?'))];

    /// <summary>A text that has no wildcards.</summary>
    public static (char Char, bool IsWild)[] Tame(IEnumerable<(char Char, bool IsWild)> pattern) =>
        [.. pattern.Select(p => (p.Char, false))];

    /// <summary>Puts the values of variables in; null where one has none.</summary>
    public static (char Char, bool IsWild)[]? Render(string text, JsonObject context, bool isNew)
    {
        if (!isNew) return Plain(text);
        var pattern = new List<(char, bool)>();
        var last = 0;
        foreach (Match match in Regex.Matches(text, @"\$\{([^}']*)('((?:[^']|'')*)')?\s*\}"))
        {
            pattern.AddRange(Plain(text[last..match.Index]));
            last = match.Index + match.Length;
            var inner = match.Groups[1].Value;
            var value = inner is "*" or "?" or "$" ? inner
                : Single(context, inner.Trim().TrimEnd(',').Trim())
                    ?? (match.Groups[2].Success ? match.Groups[3].Value.Replace("''", "'") : null);
            if (value is null) return null;
            pattern.AddRange(value.Select(c => (c, false)));
        }

        pattern.AddRange(Plain(text[last..]));
        return [.. pattern];
    }

    /// <summary>Whether a text matches.</summary>
    public static bool Glob((char Char, bool IsWild)[] pattern, string text)
    {
        // reached[i]: the first characters of the pattern can be matched with the first i of the text.
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        foreach (var (c, isWild) in pattern)
        {
            var next = new bool[text.Length + 1];
            for (var i = 0; i <= text.Length; i++)
            {
                next[i] = isWild && c == '*'
                    ? reached[i] || (i > 0 && next[i - 1])
                    : i > 0 && reached[i - 1] && (isWild || text[i - 1] == c);
            }

            reached = next;
        }

        return reached[text.Length];
    }

    /// <summary>Whether an ARN matches, part by part.</summary>
    public static bool Arn((char Char, bool IsWild)[] pattern, string text)
    {
        var parts = text.Split(':', 6);
        var patterns = new List<List<(char, bool)>> { new() };
        foreach (var p in pattern)
        {
            if (p.Char == ':' && patterns.Count < 6) patterns.Add([]);
            else patterns[^1].Add(p);
        }

        return parts.Length == 6 && patterns.Count == 6
            && parts.Select((part, i) => Glob([.. patterns[i]], part)).All(b => b);
    }

    /// <summary>Whether a resource matches an entry.</summary>
    public static bool Resource(string pattern, string resource, JsonObject context, bool isNew)
    {
        if (pattern.StartsWith("arn:", StringComparison.Ordinal))
            while (pattern.Split(':').Length < 6) pattern += ":*";
        if (Render(pattern, context, isNew) is not { } rendered) return false;
        return pattern.Split(':').Length < 6 ? Glob(rendered, resource) : Arn(rendered, resource);
    }

    /// <summary>The values of a key, whatever its case.</summary>
    public static string[] Values(JsonObject context, string key) => context
        .Where(e => e.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
        .Select(e => e.Value is JsonArray many ? many.Select(v => (string)v!).ToArray() : [(string)e.Value!])
        .FirstOrDefault() ?? [];

    private static string? Single(JsonObject context, string key) => Values(context, key) is [var one] ? one : null;
}
