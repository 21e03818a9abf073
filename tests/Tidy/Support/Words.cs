namespace Orrery.Tests.Tidy.Support;

/// <summary>Splits texts into identifier-like words.</summary>
public static class Words
{
    /// <summary>Every word that occurs in any of the texts.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            for (var start = 0; start < text.Length; start++)
            {
                var end = start;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
                if (end > start) lookup.Add(text.AsSpan(start, end - start));
                start = end;
            }
        }

        return words;
    }
}
