namespace Orrery.Engines.Policies.Patterns;

/// <summary>The six parts of an ARN, found without copying.</summary>
internal static class Arn
{
    /// <summary>Where the sixth part begins; -1 where a text has fewer parts.</summary>
    public static int Tail(ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var colon = 0; colon < 5; colon++)
        {
            var next = text[at..].IndexOf(':');
            if (next < 0) return -1;
            at += next + 1;
        }

        return at;
    }

    /// <summary>Whether a text is an ARN.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.StartsWith("arn:") && Tail(text) > 0;

    /// <summary>One of the first five parts (from 0), or the rest (5); empty where there is none.</summary>
    public static ReadOnlySpan<char> Part(ReadOnlySpan<char> text, int index)
    {
        for (var part = 0; part < index; part++)
        {
            var next = text.IndexOf(':');
            if (next < 0) return default;
            text = text[(next + 1)..];
        }

        var end = index == 5 ? -1 : text.IndexOf(':');
        return end < 0 ? text : text[..end];
    }

    /// <summary>Whether each part of an ARN matches that of a compiled pattern with six parts.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        for (var part = 0; part < 5; part++)
        {
            var (ours, theirs) = (pattern.IndexOf(':'), text.IndexOf(':'));
            if (ours < 0 || theirs < 0 || !GlobMatcher.Matches(pattern[..ours], text[..theirs])) return false;
            pattern = pattern[(ours + 1)..];
            text = text[(theirs + 1)..];
        }

        return GlobMatcher.Matches(pattern, text);
    }
}
