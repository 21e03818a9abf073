using System.Text;
using Orrery.Core;

namespace Orrery.Services.CloudWatch.Rules.Search;

/// <summary>
/// Reads a search. Source: CloudWatch User Guide, "CloudWatch search expression syntax": a schema in braces, then
/// terms; AND binds closer than OR and is meant where nothing stands between two terms.
/// </summary>
internal sealed class SearchParser
{
    private const int MostLength = 1024;
    private const string Stops = "(){},=\"";
    private readonly List<(string Text, bool IsQuoted)> _pieces;
    private int _at;

    private SearchParser(string text) => _pieces = Cut(text);

    /// <summary>The search that a text is.</summary>
    /// <exception cref="ServiceException">ValidationError: it is none.</exception>
    public static SearchQuery Parse(string text)
    {
        if (text.Length > MostLength) throw Wrong($"it is longer than {MostLength} characters");
        var parser = new SearchParser(text);
        var (name, dimensions) = parser.Takes("{") ? parser.Schema() : (null, null);
        var term = parser._at < parser._pieces.Count ? parser.Or(null) : null;
        if (parser._at < parser._pieces.Count) throw Wrong($"'{parser._pieces[parser._at].Text}' is not expected");
        return name is null && term is null ? throw Wrong("it is empty") : new(name, dimensions, term);
    }

    private static ServiceException Wrong(string why) => Errors.Validation($"Invalid search expression: {why}");

    private static List<(string Text, bool IsQuoted)> Cut(string text)
    {
        var pieces = new List<(string, bool)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at])) continue;
            if (text[at] == '"')
            {
                var word = new StringBuilder();
                for (at++; at < text.Length && text[at] != '"'; at++)
                {
                    if (text[at] == '\\' && at + 1 < text.Length) at++;
                    word.Append(text[at]);
                }

                if (at >= text.Length) throw Wrong("a text in quotes does not end");
                pieces.Add((word.ToString(), true));
            }
            else if (Stops.Contains(text[at], StringComparison.Ordinal))
            {
                pieces.Add((text[at].ToString(), false));
            }
            else
            {
                var end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end])
                    && !Stops.Contains(text[end], StringComparison.Ordinal))
                    end++;
                pieces.Add((text[at..end], false));
                at = end - 1;
            }
        }

        return pieces;
    }

    private (string Namespace, IReadOnlyList<string>? Dimensions) Schema()
    {
        var names = new List<string>();
        do
        {
            // A name in a schema may have spaces only in quotes.
            names.Add(Word());
        }
        while (Takes(","));
        if (!Takes("}")) throw Wrong("a '}' is missing");
        Takes(",");
        return (names[0], names.Count > 1 ? names[1..] : null);
    }

    private SearchTerm Or(string? field)
    {
        var left = And(field);
        while (TakesWord("OR"))
            left = new SearchTerm.Or(left, And(field));
        return left;
    }

    private SearchTerm And(string? field)
    {
        var left = Not(field);
        while (_at < _pieces.Count && !Is(")") && !IsWord("OR"))
        {
            TakesWord("AND");
            left = new SearchTerm.And(left, Not(field));
        }

        return left;
    }

    private SearchTerm Not(string? field)
    {
        if (TakesWord("NOT")) return new SearchTerm.Not(Not(field));
        if (Takes("("))
        {
            var inner = Or(field);
            return Takes(")") ? inner : throw Wrong("a ')' is missing");
        }

        var isExact = _at < _pieces.Count && _pieces[_at].IsQuoted;
        var word = Word();
        if (!Takes("=")) return new SearchTerm.Word(field, word, isExact);
        if (word.StartsWith(":aws.", StringComparison.OrdinalIgnoreCase))
            throw Errors.Validation($"Orrery does not serve {word} in a search.");
        return Not(word);
    }

    private string Word()
    {
        if (_at >= _pieces.Count) throw Wrong("it ends too early");
        var (text, isQuoted) = _pieces[_at++];
        return isQuoted || !Stops.Contains(text, StringComparison.Ordinal)
            ? text
            : throw Wrong($"'{text}' is not expected");
    }

    private bool Is(string sign) => _at < _pieces.Count && !_pieces[_at].IsQuoted && _pieces[_at].Text == sign;

    private bool IsWord(string word) => Is(word);

    private bool Takes(string sign)
    {
        if (!Is(sign)) return false;
        _at++;
        return true;
    }

    private bool TakesWord(string word) => Takes(word);
}
