namespace Orrery.Host.Drawing;

/// <summary>
/// How wide text is, at most. The fonts of the reader are not known: the widest usual one is assumed (DejaVu Sans).
/// </summary>
internal static class TextSize
{
    private const string Narrow = "ijlI.,:;|'!ft()[]/ -·";
    private const string Wide = "mwMW@⇄→—%";

    /// <summary>The width of a line, in pixels.</summary>
    public static int Of(string text, int size) =>
        (int)Math.Ceiling(text.Sum(c => Narrow.Contains(c) ? 0.42 : Wide.Contains(c) ? 0.95 : 0.66) * size);

    /// <summary>As much of a line as fits.</summary>
    public static string Cut(string text, int size, int width)
    {
        if (Of(text, size) <= width) return text;
        var length = text.Length;
        while (length > 0 && Of(text[..length] + "…", size) > width) length--;
        return length == 0 ? "" : text[..length] + "…";
    }

    /// <summary>The lines that a sentence takes.</summary>
    public static IReadOnlyList<string> Wrap(string text, int size, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Of(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }
}
