using Orrery.Core;

namespace Orrery.Services.Logs.Insights;

/// <summary>Walks the parts of a query.</summary>
internal sealed class TokenReader(string text)
{
    private readonly IReadOnlyList<QueryToken> _tokens = new QueryLexer(text).Read();
    private int _at;

    /// <summary>The next part.</summary>
    public QueryToken Next => _tokens[_at];

    /// <summary>Takes the next part, whatever it is.</summary>
    public QueryToken Take() => _tokens[_at].Kind == QueryTokenKind.End ? _tokens[_at] : _tokens[_at++];

    /// <summary>Takes a mark if it comes next.</summary>
    public bool Take(string mark)
    {
        var isNext = Next.Kind == QueryTokenKind.Mark && Next.Text == mark;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes a word if it comes next.</summary>
    public bool TakeWord(string word)
    {
        var isNext = Next.Is(word);
        _at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Whether a mark comes next, or right behind the next part.</summary>
    public bool IsMark(string mark, int ahead = 0) =>
        _at + ahead < _tokens.Count && _tokens[_at + ahead] is { Kind: QueryTokenKind.Mark } t && t.Text == mark;

    /// <summary>Whether a word comes right behind the next part.</summary>
    public bool IsWordBehind(string word) => _at + 1 < _tokens.Count && _tokens[_at + 1].Is(word);

    /// <summary>Takes a mark, or refuses.</summary>
    public void Need(string mark)
    {
        if (!Take(mark))
        {
            throw Unexpected();
        }
    }

    /// <summary>The name of a field.</summary>
    public string Field() =>
        Next.Kind is QueryTokenKind.Word or QueryTokenKind.Quoted ? Take().Text : throw Unexpected();

    /// <summary>What was written from a place up to here.</summary>
    public string Since(int start) => text[start..(_at == 0 ? 0 : _tokens[_at - 1].End)];

    /// <summary>MalformedQueryException: what comes next does not fit.</summary>
    public ServiceException Unexpected() => Next.Kind == QueryTokenKind.End
        ? QueryErrors.Malformed(text, Next.At, "unexpected end of query found")
        : QueryErrors.Malformed(text, Next.At, $"unexpected symbol found {text[Next.At..Next.End]}");

    /// <summary>MalformedQueryException at a part.</summary>
    public ServiceException Malformed(QueryToken token, string why) => QueryErrors.Malformed(text, token.At, why);
}
