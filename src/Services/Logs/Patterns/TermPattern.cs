using System.Text;
using System.Text.RegularExpressions;

namespace Orrery.Services.Logs.Patterns;

/// <summary>
/// Terms: all of the plain ones, none of those with a minus sign, one of those with a question mark. Where both kinds
/// stand together, those with a question mark count for nothing ("Using filter patterns to match terms in unstructured
/// log events" says that they are ignored then).
/// </summary>
internal sealed class TermPattern(IReadOnlyList<TermPattern.Term> terms) : FilterPattern
{
    private readonly bool _any = terms.Count > 0 && terms.All(t => t.Sign == '?');

    /// <inheritdoc/>
    public override bool HasRegex => terms.Any(t => t.Regex is not null);

    /// <inheritdoc/>
    public override PatternMatch? Match(string message)
    {
        var matches = _any
            ? terms.Any(t => t.IsIn(message))
            : terms.Where(t => t.Sign != '?').All(t => t.IsIn(message) == (t.Sign != '-'));
        return matches ? PatternMatch.Plain : null;
    }

    /// <summary>Reads terms.</summary>
    public static TermPattern Read(string text)
    {
        var terms = new List<Term>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var sign = text[i] is '-' or '?' ? text[i++] : '+';
            while (sign != '+' && i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            if (i == text.Length)
            {
                throw Invalid($"nothing follows {sign}");
            }

            terms.Add(text[i] switch
            {
                '"' => new(sign, Quoted(text, ref i), null),
                '%' => new(sign, "", PatternRegex.Parse(Between(text, ref i, '%'))),
                _ => new(sign, Word(text, ref i), null),
            });
        }

        return new(terms);
    }

    /// <summary>Reads a text in quotes, in which a backslash takes the next character as it is.</summary>
    public static string Quoted(string text, ref int i)
    {
        var value = new StringBuilder();
        for (i++; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            value.Append(text[i]);
        }

        return i++ < text.Length ? value.ToString() : throw Invalid("a quotation mark is not closed");
    }

    /// <summary>Reads what stands up to the same mark again, but for one behind a backslash.</summary>
    public static string Between(string text, ref int i, char mark)
    {
        var start = ++i;
        while (i < text.Length && (text[i] != mark || text[i - 1] == '\\'))
        {
            i++;
        }

        return i < text.Length ? text[start..i++] : throw Invalid($"a {mark} is not closed");
    }

    private static string Word(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        return i > start && (i == text.Length || char.IsWhiteSpace(text[i]))
            ? text[start..i]
            : throw Invalid(
                "terms with characters other than letters, digits and underscores have to stand in quotation marks");
    }

    /// <summary>A term with its sign: plus, minus or question mark.</summary>
    internal sealed record Term(char Sign, string Text, Regex? Regex)
    {
        /// <summary>Whether the term is in a message.</summary>
        public bool IsIn(string message) =>
            Regex?.IsMatch(message) ?? message.Contains(Text, StringComparison.Ordinal);
    }
}
