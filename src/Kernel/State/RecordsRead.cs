namespace Orrery.Kernel.State;

/// <summary>
/// What a transaction has read of one stored table: the store would look each of them up in its file again, and make it
/// of JSON again. Not a type of its own for each type of records.
/// </summary>
internal sealed class RecordsRead
{
    /// <summary>A call that walks over a whole table must not hold it.</summary>
    private const int Most = 1024;

    private readonly Dictionary<string, object?> _records = new(StringComparer.Ordinal);

    /// <summary>Whether a key was looked up, and what was there: a record, or null.</summary>
    public bool TryFind(string key, out object? record) => _records.TryGetValue(key, out record);

    /// <summary>Takes note of what is there; where there is much, of that alone.</summary>
    public void Add(string key, object? record)
    {
        if (_records.Count >= Most)
            _records.Clear();
        _records[key] = record;
    }
}
