using System.Text;

namespace Orrery.Services.Logs.Insights;

/// <summary>Divides a query into its parts. A line that begins with # is a comment.</summary>
internal sealed class QueryLexer(string text)
{
    private static readonly string[] Marks =
        ["!=", "<=", ">=", "=~", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", "[", "]", ",", "|"];

    private readonly List<QueryToken> _tokens = [];
    private bool _isParse;
    private int _at;

    /// <summary>All parts, and the end.</summary>
    /// <exception cref="Core.ServiceException">MalformedQueryException.</exception>
    public IReadOnlyList<QueryToken> Read()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
            else if (text[_at] == '#')
            {
                _at = text.IndexOf('\n', _at) is >= 0 and var end ? end : text.Length;
            }
            else
            {
                Next();
            }
        }

        Add(QueryTokenKind.End, "", text.Length);
        return _tokens;
    }

    private void Next()
    {
        var (start, c) = (_at, text[_at]);
        if (c is '"' or '\'' or '`')
        {
            var value = Between(c);
            Add(c == '`' ? QueryTokenKind.Quoted : QueryTokenKind.Text, value, start);
        }
        else if (c == '/' && IsRegexNext())
        {
            Add(QueryTokenKind.Regex, Between('/'), start);
        }
        else if (char.IsAsciiDigit(c))
        {
            Number(start);
        }
        else if (IsName(c))
        {
            while (_at < text.Length && (IsName(text[_at]) || text[_at] == '.'))
            {
                _at++;
            }

            var isFirst = _tokens.Count == 0 || _tokens[^1] is { Kind: QueryTokenKind.Mark, Text: "|" };
            Add(QueryTokenKind.Word, text[start.._at], start);
            _isParse = isFirst ? _tokens[^1].Is("parse") : _isParse;
        }
        else
        {
            var mark = Array.Find(Marks, m => string.CompareOrdinal(text, _at, m, 0, m.Length) == 0)
                ?? throw QueryErrors.Malformed(text, _at, $"unexpected symbol found {c}");
            _at += mark.Length;
            Add(QueryTokenKind.Mark, mark, start);
        }
    }

    private void Number(int start)
    {
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
        {
            _at++;
        }

        var digits = _at;
        while (_at < text.Length && IsName(text[_at]))
        {
            _at++;
        }

        Add(_at > digits ? QueryTokenKind.Period : QueryTokenKind.Number, text[start.._at], start);
    }

    private string Between(char mark)
    {
        var (start, value) = (_at, new StringBuilder());
        for (_at++; _at < text.Length && text[_at] != mark; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                // In a regular expression a backslash means something: only that before the mark goes.
                value.Append(mark == '/' && text[_at + 1] != '/' ? "\\" : "");
                _at++;
            }

            value.Append(text[_at]);
        }

        return _at++ < text.Length
            ? value.ToString()
            : throw QueryErrors.Malformed(text, start, $"{mark} is not closed");
    }

    private bool IsRegexNext() => _isParse
        || (_tokens.Count > 0 && (_tokens[^1].Is("like") || _tokens[^1] is { Kind: QueryTokenKind.Mark, Text: "=~" }));

    private void Add(QueryTokenKind kind, string value, int start) => _tokens.Add(new(kind, value, start, _at));

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '$';
}
