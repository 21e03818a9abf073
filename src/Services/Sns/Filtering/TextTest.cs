namespace Orrery.Services.Sns.Filtering;

/// <summary>The value is a text that begins, ends or reads so.</summary>
internal sealed record TextTest(TextMatch Match, string Wanted) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) => value.Kind == FilterValueKind.Text && Match switch
    {
        TextMatch.Prefix => value.Text.StartsWith(Wanted, StringComparison.Ordinal),
        TextMatch.Suffix => value.Text.EndsWith(Wanted, StringComparison.Ordinal),
        TextMatch.IgnoreCase => value.Text.Equals(Wanted, StringComparison.OrdinalIgnoreCase),
        _ => Fits(Wanted, value.Text),
    };

    // Each star is tried at its earliest place first; only the last star has to be tried again.
    private static bool Fits(string pattern, string text)
    {
        int at = 0, p = 0, star = -1, mark = 0;
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark, p) = (p, at, p + 1);
            else if (p < pattern.Length && pattern[p] == text[at]) (p, at) = (p + 1, at + 1);
            else if (star >= 0) (p, at) = (star + 1, ++mark);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
