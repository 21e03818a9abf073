namespace Orrery.Kernel.State;

/// <summary>What the records of a table are found by: one value, or any number of them.</summary>
internal sealed class RecordIndex<TRecord>
    where TRecord : class
{
    /// <summary>So many are compared one by one as fast as a set does it.</summary>
    private const int Few = 8;

    private readonly Func<TRecord, string?>? _one;
    private readonly Func<TRecord, IEnumerable<string>>? _many;

    public RecordIndex(Func<TRecord, string?> one) => _one = one;

    public RecordIndex(Func<TRecord, IEnumerable<string>> many) => _many = many;

    /// <summary>Adds the entries that an edit takes from the index and puts into it.</summary>
    public void Add(Edit<TRecord> edit, List<MapEdit<IndexKey, None>> entries)
    {
        if (_one is null)
        {
            AddMany(edit, entries);
            return;
        }
        var before = edit.Before is { } old ? _one(old) : null;
        var after = edit.After is { } now ? _one(now) : null;
        if (string.Equals(before, after, StringComparison.Ordinal))
            return;
        if (before is not null)
            entries.Add(new(new(before, edit.Key), default, IsRemoval: true));
        if (after is not null)
            entries.Add(new(new(after, edit.Key), default, IsRemoval: false));
    }

    /// <summary>What a record is found by.</summary>
    public IReadOnlyCollection<string> ValuesOf(TRecord? record)
    {
        if (record is null)
            return [];
        if (_one is not null)
            return _one(record) is { } value ? [value] : [];
        var values = _many!(record).ToArray();
        return AreFewAndDifferent(values) ? values : new HashSet<string>(values, StringComparer.Ordinal);
    }

    private static bool AreFewAndDifferent(string[] values)
    {
        if (values.Length > Few)
            return false;
        for (var i = 1; i < values.Length; i++)
            if (values.AsSpan(0, i).Contains(values[i]))
                return false;
        return true;
    }

    private void AddMany(Edit<TRecord> edit, List<MapEdit<IndexKey, None>> entries)
    {
        var before = ValuesOf(edit.Before);
        var after = ValuesOf(edit.After);
        foreach (var value in before)
            if (!after.Contains(value))
                entries.Add(new(new(value, edit.Key), default, IsRemoval: true));
        foreach (var value in after)
            if (!before.Contains(value))
                entries.Add(new(new(value, edit.Key), default, IsRemoval: false));
    }
}
