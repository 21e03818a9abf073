namespace Orrery.Engines.Policies.Patterns;

/// <summary>
/// Matches compiled patterns without going back: what stands between two stars is sought once, leftmost first, so that
/// the time is at most the length of the text times that of the longest piece, whatever the pattern.
/// </summary>
internal static class GlobMatcher
{
    /// <summary>Whether a text matches a compiled pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var first = pattern.IndexOf(Wild.Many);
        if (first < 0) return pattern.Length == text.Length && StartsWith(text, pattern);
        if (!StartsWith(text, pattern[..first])) return false;
        text = text[first..];
        var last = pattern.LastIndexOf(Wild.Many);
        var tail = pattern[(last + 1)..];
        if (text.Length < tail.Length || !StartsWith(text[^tail.Length..], tail)) return false;
        return first == last || HasPieces(pattern[(first + 1)..last], text[..^tail.Length]);
    }

    private static bool HasPieces(ReadOnlySpan<char> pieces, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var star = pieces.IndexOf(Wild.Many);
            var piece = star < 0 ? pieces : pieces[..star];
            var at = Find(text, piece);
            if (at < 0) return false;
            if (star < 0) return true;
            text = text[(at + piece.Length)..];
            pieces = pieces[(star + 1)..];
        }
    }

    private static int Find(ReadOnlySpan<char> text, ReadOnlySpan<char> piece)
    {
        if (piece.IndexOf(Wild.One) < 0) return text.IndexOf(piece);
        for (var at = 0; at + piece.Length <= text.Length; at++)
        {
            if (StartsWith(text[at..], piece)) return at;
        }

        return -1;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, ReadOnlySpan<char> piece)
    {
        if (text.Length < piece.Length) return false;
        if (piece.IndexOf(Wild.One) < 0) return text.StartsWith(piece);
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece[i] != text[i] && piece[i] != Wild.One) return false;
        }

        return true;
    }
}
