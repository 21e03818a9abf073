using System.Collections;
using System.Runtime.InteropServices;

namespace Orrery.Wire.Requests;

/// <summary>The decoded pairs of a query string in the order sent. A key without <c>=</c> has an empty value.</summary>
public sealed class WireQuery : IEnumerable<KeyValuePair<string, string>>
{
    private static readonly WireQuery Empty = new([]);
    private readonly List<KeyValuePair<string, string>> _pairs;

    private WireQuery(List<KeyValuePair<string, string>> pairs) => _pairs = pairs;

    /// <summary>The number of pairs.</summary>
    public int Count => _pairs.Count;

    /// <summary>Parses what follows the question mark. <c>+</c> is a space, bad escapes stay as they are.</summary>
    public static WireQuery Parse(string raw)
    {
        if (raw.Length == 0) return Empty;
        var pairs = new List<KeyValuePair<string, string>>();
        for (var rest = raw.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf('&');
            var part = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (part.Length == 0) continue;
            var equals = part.IndexOf('=');
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? [] : part[(equals + 1)..];
            pairs.Add(new(Percent.Decode(name, plusIsSpace: true), Percent.Decode(value, plusIsSpace: true)));
        }
        return new WireQuery(pairs);
    }

    /// <summary>The first value of a key (compared with its case), or null.</summary>
    public string? Get(string key)
    {
        foreach (var pair in _pairs)
            if (pair.Key == key) return pair.Value;
        return null;
    }

    /// <summary>Whether a key occurs.</summary>
    public bool Contains(string key) => Get(key) is not null;

    /// <summary>All values of a key, in order.</summary>
    public IEnumerable<string> All(string key)
    {
        foreach (var pair in _pairs)
            if (pair.Key == key) yield return pair.Value;
    }

    /// <summary>The pairs without copying.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> AsSpan() => CollectionsMarshal.AsSpan(_pairs);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
