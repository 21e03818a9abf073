using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>
/// A table within a transaction. What is written is kept aside by key, and worked into the rows and their indexes all
/// at once when somebody asks for more than single records: so a call that writes a thousand does not build a thousand
/// versions of every index.
/// </summary>
internal sealed class EditedTable<TRecord>(RecordTable<TRecord> table, Scope scope, Rows<TRecord> start, Action guard)
    : OpenTable<TRecord>(table, start), IEditedTable
    where TRecord : class
{
    /// <summary>So few records are looked through faster than hashed.</summary>
    private const int Few = 8;

    private readonly List<Touched> _order = [];
    private readonly List<Touched> _aside = [];
    private readonly RecordsRead? _read = start is StoredRows<TRecord> ? new() : null;
    private Dictionary<string, Touched>? _touched;
    private Rows<TRecord> _rows = start;
    private int _growth;

    AnyTable IEditedTable.Table => Table;

    public Scope Scope => scope;

    public object? Slot => Rows.Slot;

    public override Rows<TRecord> Rows
    {
        get
        {
            WorkIn();
            return _rows;
        }
    }

    public override long Count => _rows.Count + _growth;

    public override TRecord? Find(string key) =>
        TouchedAt(key) is { } touched ? touched.Now : Read(key);

    public override IEnumerable<TRecord> From(string key)
    {
        var found = Rows.From(key);
        return _read is null ? found : found.Select(Noted);
    }

    public void Put(TRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        guard();
        var key = Table.KeyOf(record);
        Set(TouchedAt(key) ?? Touch(key, Read(key)), record);
    }

    public void PutNew(TRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        guard();
        var key = Table.KeyOf(record);
        Set(TouchedAt(key) ?? Touch(key, null), record);
    }

    public bool Remove(string key)
    {
        guard();
        var touched = TouchedAt(key);
        if ((touched is null ? Read(key) : touched.Now) is not { } found)
            return false;
        Set(touched ?? Touch(key, found), null);
        return true;
    }

    public bool HasChanges =>
        _order.Exists(static touched => touched.Start is null != touched.Now is null) || Changes().Any();

    public IEnumerable<RowChange> Changes()
    {
        foreach (var touched in _order)
        {
            var (before, after) = (touched.Start, touched.Now);
            if (ReferenceEquals(before, after))
                continue;
            if (before is null || after is null)
            {
                yield return new(Table, scope, touched.Key, before, after);
                continue;
            }
            var old = touched.StartJson ??= Table.ToJson(before);
            var now = touched.NowJson ??= Table.ToJson(after);
            if (!old.AsSpan().SequenceEqual(now))
                yield return new(Table.Name, scope, touched.Key, old, now);
        }
    }

    /// <summary>A record that the transaction did not write.</summary>
    private TRecord? Read(string key)
    {
        if (_read is null)
            return _rows.Find(key);
        if (_read.TryFind(key, out var known))
            return (TRecord?)known;
        var found = _rows.Find(key);
        _read.Add(key, found);
        return found;
    }

    private TRecord Noted(TRecord record)
    {
        _read!.Add(Table.KeyOf(record), record);
        return record;
    }

    private Touched? TouchedAt(string key)
    {
        if (_touched is not null)
            return _touched.GetValueOrDefault(key);
        foreach (var touched in _order)
        {
            if (touched.Key == key)
                return touched;
        }
        return null;
    }

    /// <summary>Takes note of a record as it was before the transaction.</summary>
    private Touched Touch(string key, TRecord? found)
    {
        var touched = new Touched(key, found) { InRows = found, Now = found };
        _order.Add(touched);
        if (_touched is not null)
            _touched.Add(key, touched);
        else if (_order.Count > Few)
            _touched = Hashed();
        return touched;
    }

    private Dictionary<string, Touched> Hashed()
    {
        var touched = new Dictionary<string, Touched>(StringComparer.Ordinal);
        foreach (var one in _order)
            touched.Add(one.Key, one);
        return touched;
    }

    private void Set(Touched touched, TRecord? record)
    {
        _growth += (record is null ? 0 : 1) - (touched.Now is null ? 0 : 1);
        touched.Now = record;
        touched.NowJson = null;
        if (touched.IsAside)
            return;
        touched.IsAside = true;
        _aside.Add(touched);
    }

    private void WorkIn()
    {
        if (_aside.Count == 0)
            return;
        _aside.Sort(static (left, right) => KeyOrder.Compare(left.Key, right.Key));
        var edits = _aside.ConvertAll(static touched => new Edit<TRecord>(touched.Key, touched.InRows, touched.Now));
        foreach (var touched in _aside)
        {
            touched.InRows = touched.Now;
            touched.IsAside = false;
        }
        _aside.Clear();
        _growth = 0;
        _rows = _rows.With(edits);
    }

    private sealed class Touched(string key, TRecord? start)
    {
        public string Key => key;

        /// <summary>The record before the transaction.</summary>
        public TRecord? Start => start;

        /// <summary>The record that the rows have.</summary>
        public TRecord? InRows { get; set; }

        /// <summary>The record as it was written last.</summary>
        public TRecord? Now { get; set; }

        /// <summary>The record before the transaction as JSON, once it was needed.</summary>
        public byte[]? StartJson { get; set; }

        /// <summary>The record as it was written last as JSON, once it was needed.</summary>
        public byte[]? NowJson { get; set; }

        /// <summary>Whether the rows are not told of it yet.</summary>
        public bool IsAside { get; set; }
    }
}
