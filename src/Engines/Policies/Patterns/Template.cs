using System.Text;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Patterns;

/// <summary>
/// A text with policy variables. Source: IAM User Guide, "IAM policy elements: Variables and tags": a variable without
/// a value makes the text equal to nothing; a key with several values is no variable; a default stands in single
/// quotes, and two of them make one; <c>${*}</c>, <c>${?}</c> and <c>${$}</c> are plain characters.
/// </summary>
internal sealed class Template
{
    private readonly TemplatePart[] _parts;

    private Template(string source, TemplatePart[] parts, string? constant)
    {
        Source = source;
        _parts = parts;
        Constant = constant;
    }

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    /// <summary>The compiled text, where it has no variable.</summary>
    public string? Constant { get; }

    /// <summary>The text with a star, or with what is given, for each variable: what it may at most be.</summary>
    public string Widest => string.Concat(_parts.Select(p => p.Key is null ? p.Text : $"{Wild.Many}"));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasVariables">Whether <c>${…}</c> is a variable: from version 2012-10-17 on.</param>
    /// <param name="hasWildcards">Whether <c>*</c> and <c>?</c> are wildcards.</param>
    public static Template Of(string text, bool hasVariables, bool hasWildcards)
    {
        var parts = new List<TemplatePart>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var end = hasVariables && text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{'
                ? EndOf(text, at + 2)
                : -1;
            if (end < 0)
            {
                plain.Append(hasWildcards ? Wild.Compile(text[at..(at + 1)]) : text[at..(at + 1)]);
                continue;
            }

            AddVariable(text[(at + 2)..end], plain, parts);
            at = end;
        }

        if (plain.Length > 0 || parts.Count == 0) parts.Add(new(plain.ToString(), null, null));
        return new(text, [.. parts], parts is [{ Key: null }] ? parts[0].Text : null);
    }

    /// <summary>Puts the text together; false where a variable has no value.</summary>
    public bool Render(IRequestContext context, ref RenderedText into)
    {
        foreach (var part in _parts)
        {
            if (part.Key is null)
            {
                into.Add(part.Text);
                continue;
            }

            var values = context.Get(part.Key);
            if (values.Count == 1)
                into.AddValue(values[0]);
            else if (part.Default is not null)
                into.AddValue(part.Default);
            else
                return false;
        }

        return true;
    }

    private static void AddVariable(string inner, StringBuilder plain, List<TemplatePart> parts)
    {
        if (inner is "*" or "?" or "$")
        {
            plain.Append(inner);
            return;
        }

        if (plain.Length > 0) parts.Add(new(plain.ToString(), null, null));
        plain.Clear();
        var comma = inner.IndexOf(',', StringComparison.Ordinal);
        var name = (comma < 0 ? inner : inner[..comma]).Trim();
        parts.Add(new("", ContextKey.Of(name), comma < 0 ? null : Unquoted(inner[(comma + 1)..].Trim())));
    }

    private static string? Unquoted(string quoted) => quoted.Length >= 2 && quoted[0] == '\'' && quoted[^1] == '\''
        ? quoted[1..^1].Replace("''", "'", StringComparison.Ordinal)
        : null;

    // A brace within the quotes of a default does not end the variable.
    private static int EndOf(string text, int from)
    {
        var isQuoted = false;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\'') isQuoted = !isQuoted;
            if (text[at] == '}' && !isQuoted) return at;
        }

        return text.IndexOf('}', from);
    }
}
