namespace Orrery.Kernel.State;

/// <summary>
/// The JSON of the records of one table that were written last, for who writes them again: what a commit makes of a
/// record is most often what the next one finds of it. Any number of threads; one may miss what another added. Not a
/// type of its own for each type of records: an idle program would hold all of those.
/// </summary>
internal sealed class LastWritten
{
    private const int Most = 4;
    private const int MostBytes = 16 * 1024;

    private readonly Entry?[] _entries = new Entry?[Most];
    private int _next;

    /// <summary>The JSON of a record, if it is one of them.</summary>
    public byte[]? Find(object record)
    {
        foreach (var entry in _entries)
            if (entry is not null && ReferenceEquals(entry.Record, record))
                return entry.Json;
        return null;
    }

    /// <summary>Takes note of a record, in place of the oldest.</summary>
    public void Add(object record, byte[] json)
    {
        if (json.Length > MostBytes)
            return;
        var next = _next;
        _entries[next] = new(record, json);
        _next = (next + 1) % Most;
    }

    private sealed class Entry(object record, byte[] json)
    {
        public object Record => record;

        public byte[] Json => json;
    }
}
