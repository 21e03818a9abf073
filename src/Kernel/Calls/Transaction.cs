using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel.Calls;

/// <summary>The changes of one call, over the snapshot that it began from. Nothing outside sees them.</summary>
internal sealed class Transaction(Snapshot start)
{
    private readonly Dictionary<(AnyTable Table, Scope Scope), IEditedTable> _tables = [];
    private readonly List<IEditedTable> _order = [];
    private readonly HashSet<Scope> _written = [];
    private bool _closed;

    public Snapshot Start => start;

    /// <summary>The sequence that the commit will propose.</summary>
    public long Sequence => start.Sequence + 1;

    /// <summary>The scopes that were read or written, some more than once: what the commit rests on.</summary>
    public IEnumerable<Scope> Touched => _order.Select(static table => table.Scope);

    /// <summary>The scopes that were opened for writing.</summary>
    public IReadOnlyCollection<Scope> Written => _written;

    public EditedTable<TRecord> Edit<TRecord>(RecordTable<TRecord> table, Scope scope, bool write)
        where TRecord : class
    {
        Guard();
        if (write)
            _written.Add(scope);
        if (_tables.TryGetValue((table, scope), out var open))
            return (EditedTable<TRecord>)open;
        var edited = new EditedTable<TRecord>(table, scope, start.Open(table, scope), Guard);
        _tables.Add((table, scope), edited);
        _order.Add(edited);
        return edited;
    }

    /// <summary>Whether the call changed anything.</summary>
    public bool HasChanges => _order.Any(table => table.HasChanges);

    /// <summary>What the call changed, and the snapshot with it.</summary>
    public (IReadOnlyList<RowChange> Changes, Snapshot After) Changes(DateTimeOffset instant)
    {
        var changes = new List<RowChange>();
        var after = start.At(Sequence, instant);
        foreach (var table in _order)
        {
            var first = changes.Count;
            changes.AddRange(table.Changes());
            if (changes.Count > first)
                after = SnapshotRules.With(after, table, changes.Skip(first));
        }
        return (changes, changes.Count == 0 ? start : after);
    }

    /// <summary>The world as the call sees it now, with what it wrote so far.</summary>
    public Snapshot Now()
    {
        var states = start.States;
        foreach (var table in _order)
            if (_written.Contains(table.Scope))
                states = states.Put(table.Scope, start.With(states).StateOf(table.Scope).With(table.Table, table.Slot));
        return start.With(states);
    }

    /// <summary>Ends the call: no write is taken any more.</summary>
    public void Close() => _closed = true;

    private void Guard()
    {
        if (_closed)
            throw new InvalidOperationException("The call has ended: its tables can no longer be used.");
    }
}
