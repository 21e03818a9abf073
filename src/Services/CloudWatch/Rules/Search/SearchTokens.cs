namespace Orrery.Services.CloudWatch.Rules.Search;

/// <summary>
/// How names are cut for partial matches: where letters and digits meet, where capitals begin a word, and at every
/// other sign. Source: CloudWatch User Guide, "CloudWatch search expression syntax", tokens. Case does not matter.
/// </summary>
internal static class SearchTokens
{
    /// <summary>The tokens of a name.</summary>
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var begin = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && !IsCut(text, at)) continue;
            if (char.IsLetterOrDigit(text[begin])) tokens.Add(text[begin..at].ToLowerInvariant());
            begin = at;
        }

        return tokens;
    }

    /// <summary>Whether a name has the tokens of a term, one after another.</summary>
    public static bool Has(string name, IReadOnlyList<string> term)
    {
        if (term.Count == 0) return false;
        var tokens = Of(name);
        for (var at = 0; at + term.Count <= tokens.Count; at++)
        {
            if (tokens.Skip(at).Take(term.Count).SequenceEqual(term)) return true;
        }

        // A term without capitals is not cut where the name is: it matches tokens that stand together.
        var whole = string.Concat(term);
        for (var at = 0; at < tokens.Count; at++)
        {
            var joined = "";
            for (var end = at; end < tokens.Count && joined.Length < whole.Length; end++)
                joined += tokens[end];
            if (joined == whole) return true;
        }

        return false;
    }

    private static bool IsCut(string text, int at)
    {
        var (before, after) = (KindOf(text[at - 1]), KindOf(text[at]));
        if (before == Kind.Other || after == Kind.Other || (before == Kind.Digit) != (after == Kind.Digit)) return true;
        if (before == Kind.Lower && after == Kind.Upper) return true;

        // In a run of capitals the last one begins the next word: SDBFailure is SDB and Failure.
        return before == Kind.Upper && after == Kind.Upper
            && at + 1 < text.Length && KindOf(text[at + 1]) == Kind.Lower;
    }

    private static Kind KindOf(char letter) =>
        char.IsUpper(letter) ? Kind.Upper
        : char.IsLetter(letter) ? Kind.Lower
        : char.IsDigit(letter) ? Kind.Digit
        : Kind.Other;

    private enum Kind
    {
        Lower,
        Upper,
        Digit,
        Other,
    }
}
