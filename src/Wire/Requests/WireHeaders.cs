using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Orrery.Wire.Requests;

/// <summary>
/// Header lines in the order of the wire; a name may occur several times and is compared without regard to case.
/// A flat array: a request has about ten headers, where a scan is faster than a hash and costs one allocation.
/// </summary>
public sealed class WireHeaders : IEnumerable<WireHeader>
{
    private WireHeader[] _lines;

    /// <summary>Makes an empty list.</summary>
    /// <param name="capacity">How many lines are expected.</param>
    public WireHeaders(int capacity = 12) => _lines = new WireHeader[Math.Max(capacity, 1)];

    /// <summary>The number of lines.</summary>
    public int Count { get; private set; }

    /// <summary>The line at a place.</summary>
    public WireHeader this[int index] => AsSpan()[index];

    /// <summary>Appends a line.</summary>
    public void Add(string name, string value)
    {
        if (Count == _lines.Length) Array.Resize(ref _lines, Count * 2);
        _lines[Count++] = new WireHeader(name, value);
    }

    /// <summary>Replaces all lines of a name by one.</summary>
    public void Set(string name, string value)
    {
        Remove(name);
        Add(name, value);
    }

    /// <summary>Removes all lines of a name; says whether there was one.</summary>
    public bool Remove(string name)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
            if (!Same(_lines[i].Name, name)) _lines[kept++] = _lines[i];
        var removed = kept != Count;
        Count = kept;
        return removed;
    }

    /// <summary>The first value of a name, or null.</summary>
    public string? Get(string name)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var line = ref _lines[i];
            if (line.Name.Length == name.Length && Same(line.Name, name)) return line.Value;
        }
        return null;
    }

    /// <summary>The first value of a name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value) => (value = Get(name)) is not null;

    /// <summary>Whether a name occurs.</summary>
    public bool Contains(string name) => Get(name) is not null;

    /// <summary>All values of a name, in order.</summary>
    public IEnumerable<string> All(string name)
    {
        for (var i = 0; i < Count; i++)
            if (Same(_lines[i].Name, name)) yield return _lines[i].Value;
    }

    /// <summary>The lines without copying; valid until the next change.</summary>
    public ReadOnlySpan<WireHeader> AsSpan() => _lines.AsSpan(0, Count);

    /// <inheritdoc/>
    public IEnumerator<WireHeader> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return _lines[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Most names differ in length or in the first letter, and most of the others are written alike.
    private static bool Same(string a, string b) =>
        a.Length == b.Length
        && (a.Length == 0 || ((a[0] ^ b[0]) & ~0x20) == 0)
        && (a.Equals(b, StringComparison.Ordinal) || a.Equals(b, StringComparison.OrdinalIgnoreCase));
}
