using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel.Calls;

/// <summary>The changes of one call, over the snapshot that it began from. Nothing outside sees them.</summary>
internal sealed class Transaction(Snapshot start)
{
    /// <summary>So few tables are looked through faster than hashed.</summary>
    private const int Few = 8;

    private readonly List<IEditedTable> _order = [];
    private readonly HashSet<Scope> _written = [];
    private Dictionary<(AnyTable Table, Scope Scope), IEditedTable>? _tables;
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
        if (Opened(table, scope) is { } open)
            return (EditedTable<TRecord>)open;
        var edited = new EditedTable<TRecord>(table, scope, start.Open(table, scope), Guard);
        _order.Add(edited);
        if (_tables is not null)
            _tables.Add((table, scope), edited);
        else if (_order.Count > Few)
            _tables = Hashed();
        return edited;
    }

    /// <summary>Whether the call changed anything.</summary>
    public bool HasChanges => _order.Any(table => table.HasChanges);

    /// <summary>How many rows of stored tables the call changed, once its changes were asked for.</summary>
    public int StoredChanges { get; private set; }

    /// <summary>What the call changed, and the snapshot with it.</summary>
    public (IReadOnlyList<RowChange> Changes, Snapshot After) Changes(DateTimeOffset instant)
    {
        var changes = new List<RowChange>();
        var after = start.At(Sequence, instant);
        var scope = default(Scope);
        ScopeState? state = null;
        foreach (var table in _order)
        {
            var first = changes.Count;
            changes.AddRange(table.Changes());
            if (changes.Count == first)
                continue;
            if (table.Table.IsStored)
                StoredChanges += changes.Count - first;
            if (ReferenceEquals(table.Table, KernelTables.Timers))
                after = SnapshotRules.WithTimers(after, changes.Skip(first));

            // Tables of one scope mostly come one after the other, and its state is put once for all of them.
            if (state is null || scope != table.Scope)
            {
                after = SnapshotRules.With(after, scope, state);
                scope = table.Scope;
                state = after.StateOf(scope) with { Version = Sequence };
            }
            state = state.With(table.Table, table.Slot);
        }
        return (changes, changes.Count == 0 ? start : SnapshotRules.With(after, scope, state));
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

    private IEditedTable? Opened(AnyTable table, Scope scope)
    {
        if (_tables is not null)
            return _tables.GetValueOrDefault((table, scope));
        foreach (var open in _order)
        {
            if (ReferenceEquals(open.Table, table) && open.Scope == scope)
                return open;
        }
        return null;
    }

    private Dictionary<(AnyTable Table, Scope Scope), IEditedTable> Hashed()
    {
        var tables = new Dictionary<(AnyTable Table, Scope Scope), IEditedTable>();
        foreach (var open in _order)
            tables.Add((open.Table, open.Scope), open);
        return tables;
    }

    private void Guard()
    {
        if (_closed)
            throw new InvalidOperationException("The call has ended: its tables can no longer be used.");
    }
}
