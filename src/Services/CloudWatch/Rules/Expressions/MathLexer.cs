using Orrery.Core;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>Cuts an expression into pieces.</summary>
internal static class MathLexer
{
    private static readonly string[] Signs =
        ["==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "^", "<", ">", "(", ")", "[", "]", ","];

    /// <summary>The pieces; the last one is the end.</summary>
    /// <exception cref="ServiceException">ValidationError: a sign is unknown, or a text does not end.</exception>
    public static List<MathToken> Cut(string text)
    {
        var tokens = new List<MathToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (token, length) = Next(text, at);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new(MathTokenKind.End, ""));
        return tokens;
    }

    private static (MathToken Token, int Length) Next(string text, int at)
    {
        var first = text[at];
        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Number(text, at);
        if (char.IsAsciiLetter(first) || first == '_')
        {
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            return (new(MathTokenKind.Name, text[at..end]), end - at);
        }

        if (first is '"' or '\'')
        {
            var end = text.IndexOf(first, at + 1);
            return end < 0
                ? throw MathErrors.Syntax("a text in quotes does not end")
                : (new(MathTokenKind.Text, text[(at + 1)..end]), end + 1 - at);
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)
                return (new(MathTokenKind.Sign, sign), sign.Length);
        }

        throw MathErrors.Syntax($"'{first}' has no meaning");
    }

    private static (MathToken Token, int Length) Number(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + 1;
            if (digits < text.Length && text[digits] is '+' or '-') digits++;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                end = digits;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
            }
        }

        return (new(MathTokenKind.Number, text[at..end]), end - at);
    }
}
