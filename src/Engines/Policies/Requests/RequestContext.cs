namespace Orrery.Engines.Policies.Requests;

/// <summary>A context that is a short list.</summary>
public sealed class RequestContext : IRequestContext
{
    private readonly KeyValuePair<ContextKey, ContextValues>[] _entries;

    /// <summary>Makes it; of two entries with the same key the first counts.</summary>
    public RequestContext(params IEnumerable<KeyValuePair<ContextKey, ContextValues>> entries) =>
        _entries = [.. entries];

    /// <summary>A request of which nothing is known.</summary>
    public static RequestContext Empty { get; } = new();

    /// <summary>The entries.</summary>
    public IReadOnlyList<KeyValuePair<ContextKey, ContextValues>> Entries => _entries;

    /// <summary>A context of names and texts.</summary>
    public static RequestContext Of(params (string Key, string Value)[] entries) =>
        new(entries.Select(e => KeyValuePair.Create(ContextKey.Of(e.Key), new ContextValues(e.Value))));

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key.Equals(key)) return entry.Value;
        }

        return ContextValues.None;
    }
}
