namespace Orrery.Operations.Matching;

/// <summary>A text with gaps that any run of characters fills: the pieces between its stars.</summary>
/// <param name="pieces">The pieces, in order; one piece has no gap.</param>
public sealed class StarText(IReadOnlyList<string> pieces)
{
    /// <summary>
    /// Whether a text fits. Each piece is taken where it comes first: that never spoils what follows.
    /// </summary>
    public bool Matches(string text)
    {
        if (pieces.Count == 1) return text == pieces[0];
        var (first, last) = (pieces[0], pieces[^1]);
        if (text.Length < first.Length + last.Length
            || !text.StartsWith(first, StringComparison.Ordinal)
            || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text.AsSpan()[first.Length..(text.Length - last.Length)];
        foreach (var piece in pieces.Skip(1).SkipLast(1))
        {
            var found = rest.IndexOf(piece, StringComparison.Ordinal);
            if (found < 0) return false;
            rest = rest[(found + piece.Length)..];
        }

        return true;
    }
}
