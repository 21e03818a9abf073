namespace Orrery.Services.Logs.Insights;

/// <summary>A part of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text: of a string or regular expression what stands between the marks.</param>
/// <param name="At">Where it begins.</param>
/// <param name="End">Where it ends, not included.</param>
internal sealed record QueryToken(QueryTokenKind Kind, string Text, int At, int End)
{
    /// <summary>Whether it is a word, whatever the case of its letters.</summary>
    public bool Is(string word) =>
        Kind == QueryTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
