namespace Orrery.Wire.Schema;

/// <summary>A request's path template: literal parts, labels <c>{Name}</c>, one greedy label <c>{Name+}</c>, fixed
/// query.</summary>
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

    /// <summary>Query parameters that belong to the operation; the value is null where only the name is
    /// given.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> FixedQuery { get; }

    private static KeyValuePair<string, string?> Pair(string text)
    {
        var equals = text.IndexOf('=');
        return equals < 0 ? new(text, null) : new(text[..equals], text[(equals + 1)..]);
    }
}
