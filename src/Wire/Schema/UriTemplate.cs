namespace Orrery.Wire.Schema;

/// <summary>A request's path template: literal parts, labels <c>{Name}</c>, one greedy label <c>{Name+}</c>, fixed query.</summary>
public sealed class UriTemplate
{
    /// <summary>Takes a template apart.</summary>
    public UriTemplate(string template)
    {
        var question = template.IndexOf('?');
        var path = question < 0 ? template : template[..question];
        Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        EndsWithSlash = path.Length > 1 && path.EndsWith('/');
        FixedQuery = question < 0 ? [] : [.. template[(question + 1)..].Split('&').Select(Pair)];
    }

    /// <summary>What stands between the slashes: a literal, <c>{Label}</c> or <c>{Label+}</c>.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Whether the path ends with a slash.</summary>
    public bool EndsWithSlash { get; }

    /// <summary>Query parameters that belong to the operation; the value is null where only the name is given.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> FixedQuery { get; }

    /// <summary>Reads the labels out of a raw (still percent-encoded) path; null when the path does not fit.</summary>
    public Dictionary<string, string>? Match(string rawPath)
    {
        var parts = rawPath.TrimStart('/').Split('/');
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var count = parts.Length > Segments.Count && parts[^1].Length == 0 && !IsGreedy ? parts.Length - 1 : parts.Length;
        var at = 0;
        for (var i = 0; i < Segments.Count; i++)
        {
            var segment = Segments[i];
            var take = segment.EndsWith("+}", StringComparison.Ordinal) ? count - at - (Segments.Count - 1 - i) : 1;
            if (take < 1 || at + take > count) return null;
            var text = take == 1 ? parts[at] : string.Join('/', parts[at..(at + take)]);
            at += take;
            if (!Accept(segment, text, labels)) return null;
        }

        return at == count || (Segments.Count == 0 && rawPath is "/" or "") ? labels : null;
    }

    /// <summary>Whether a label takes several segments.</summary>
    public bool IsGreedy => Segments.Any(static s => s.EndsWith("+}", StringComparison.Ordinal));

    private static bool Accept(string segment, string text, Dictionary<string, string> labels)
    {
        var open = segment.IndexOf('{');
        if (open < 0) return string.Equals(segment, Uri.UnescapeDataString(text), StringComparison.Ordinal);
        var close = segment.IndexOf('}');
        var (before, after) = (segment[..open], segment[(close + 1)..]);
        if (!text.StartsWith(before, StringComparison.Ordinal) || !text.EndsWith(after, StringComparison.Ordinal)
            || text.Length <= before.Length + after.Length)
        {
            return false;
        }

        var label = segment[(open + 1)..close].TrimEnd('+');
        labels[label] = Uri.UnescapeDataString(text[before.Length..^after.Length]);
        return true;
    }

    private static KeyValuePair<string, string?> Pair(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? new(text, null) : new(text[..equals], text[(equals + 1)..]);
    }
}
