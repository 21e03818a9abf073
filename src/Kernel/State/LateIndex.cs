using RowEdit = Orrery.Kernel.State.MapEdit<Orrery.Kernel.State.IndexKey, Orrery.Kernel.State.None>;
using RowIndex = Orrery.Kernel.State.PersistentMap<
    Orrery.Kernel.State.IndexKey, Orrery.Kernel.State.None, Orrery.Kernel.State.IndexKey>;

namespace Orrery.Kernel.State;

/// <summary>
/// A secondary index as of one version of its rows. What a version changes in it is left aside until somebody reads
/// the index, and then worked in at once with what the versions before it left: most commits are followed by another
/// before anybody asks, and a thousand entries at once cost a fraction of a thousand times one. Any number of threads:
/// two that read at the same time do the same work twice.
/// </summary>
internal sealed class LateIndex
{
    /// <summary>With more than this it is worked in at once: who reads next should not wait for long.</summary>
    private const int MostLeft = 8192;

    /// <summary>The index, or what is left to be done to make it.</summary>
    private volatile object _state;

    private LateIndex(object state) => _state = state;

    public static LateIndex Empty { get; } = new(RowIndex.Empty);

    /// <summary>The index.</summary>
    public RowIndex Map => _state is RowIndex map ? map : WorkIn();

    /// <summary>An index that is known.</summary>
    public static LateIndex Of(RowIndex map) => new(map);

    /// <summary>The next version of it.</summary>
    /// <param name="entries">What changes, in the order of its keys.</param>
    public LateIndex With(List<RowEdit> entries)
    {
        if (entries.Count == 0)
            return this;
        var count = entries.Count + (_state is Left left ? left.Count : 0);
        var next = new LateIndex(new Left(this, [.. entries], count));
        if (count > MostLeft)
            next.WorkIn();
        return next;
    }

    private RowIndex WorkIn()
    {
        var parts = new List<RowEdit[]>();
        var state = _state;
        while (state is Left left)
        {
            parts.Add(left.Entries);
            state = left.Before._state;
        }
        parts.Reverse();
        var map = (RowIndex)state;
        if (parts.Count > 0)
            map = map.With(Merged(parts, 0, parts.Count));
        _state = map;
        return map;
    }

    /// <summary>The edits of some versions, one after the other, as one.</summary>
    private static RowEdit[] Merged(List<RowEdit[]> parts, int from, int to)
    {
        if (to - from == 1)
            return parts[from];
        var middle = (from + to) / 2;
        return Merged(Merged(parts, from, middle), Merged(parts, middle, to));
    }

    private static RowEdit[] Merged(RowEdit[] earlier, RowEdit[] later)
    {
        var merged = new List<RowEdit>(earlier.Length + later.Length);
        var (e, l) = (0, 0);
        while (e < earlier.Length && l < later.Length)
        {
            var order = IndexKey.Compare(earlier[e].Key, later[l].Key);
            merged.Add(order < 0 ? earlier[e] : later[l]);
            if (order <= 0)
                e++;
            if (order >= 0)
                l++;
        }
        merged.AddRange(earlier.AsSpan(e));
        merged.AddRange(later.AsSpan(l));
        return [.. merged];
    }

    /// <summary>What is left to be done.</summary>
    /// <param name="Before">The version before.</param>
    /// <param name="Entries">What changed in it, in the order of its keys.</param>
    /// <param name="Count">How many that are, with those that it left itself.</param>
    private sealed record Left(LateIndex Before, RowEdit[] Entries, int Count);
}
