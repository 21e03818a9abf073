namespace Orrery.Kernel.State;

/// <summary>
/// The JSON of the records of one table that were written last, for who writes them again: what a commit makes of a
/// record is most often what the next one finds of it. Any number of threads; one may miss what another added.
/// </summary>
internal sealed class LastWritten<TRecord>
    where TRecord : class
{
    private const int Most = 4;
    private const int MostBytes = 16 * 1024;

    private Entry?[]? _entries;
    private int _next;

    /// <summary>The JSON of a record, if it is one of them.</summary>
    public byte[]? Find(TRecord record)
    {
        if (Volatile.Read(ref _entries) is not { } entries)
            return null;
        foreach (var entry in entries)
            if (entry is not null && ReferenceEquals(entry.Record, record))
                return entry.Json;
        return null;
    }

    /// <summary>Takes note of a record, in place of the oldest.</summary>
    public void Add(TRecord record, byte[] json)
    {
        if (json.Length > MostBytes)
            return;
        var entries = _entries ?? (Interlocked.CompareExchange(ref _entries, new Entry?[Most], null) ?? _entries);
        var next = _next;
        entries[next] = new(record, json);
        _next = (next + 1) % Most;
    }

    private sealed record Entry(TRecord Record, byte[] Json);
}
