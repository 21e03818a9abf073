using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;

namespace Orrery.Kernel.Calls;

/// <summary>
/// A call that may change the world: one transaction, over any scopes. It sees its own writes; if it throws, nothing
/// happened. It is a function of the world and its arguments alone: it may run again, so it must have no other effect.
/// </summary>
public sealed class Call : ReadCall
{
    private readonly Transaction _transaction;
    private readonly long _seed;
    private readonly Delays _delays;
    private SeededHash? _idHash;
    private int _ids;
    private SeededRandom? _random;
    private int _timers;
    private List<(TimerId Id, Scope Scope)>? _dueNow;
    private Dictionary<(string Kind, string Subject, Scope Scope), List<TimerId>>? _made;

    internal Call(Transaction transaction, CallInfo info, DateTimeOffset now, WorldSettings settings)
        : base(transaction.Start, transaction, info, now)
    {
        _transaction = transaction;
        _seed = settings.Seed;
        _delays = settings.Delays;
    }

    /// <summary>Chance, the same in every run: given by the world's seed, the scope and the commit.</summary>
    public SeededRandom Random =>
        _random ??= new(new SeededHash(_seed, $"random {Scope}").At(_transaction.Sequence, 0));

    /// <summary>The writer of a table in the call's own scope.</summary>
    public TableWriter<TKey, TRecord> Write<TKey, TRecord>(Table<TKey, TRecord> table)
        where TKey : struct, IKey<TKey>
        where TRecord : class => Write(table, Scope);

    /// <summary>The writer of a table in another scope.</summary>
    public TableWriter<TKey, TRecord> Write<TKey, TRecord>(Table<TKey, TRecord> table, Scope scope)
        where TKey : struct, IKey<TKey>
        where TRecord : class => new(_transaction.Edit(table, scope, write: true));

    /// <inheritdoc/>
    public override Snapshot Seen => _transaction.Now();

    /// <summary>A new resource id: prefix, dash, 17 hexadecimal digits (the first is 0, as in AWS).</summary>
    public string NewId(string prefix)
    {
        var bits = (_idHash ??= new(_seed, $"id {Scope}")).At(_transaction.Sequence, _ids++);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-0{bits:x16}");
    }

    /// <summary>A new resource id of a type.</summary>
    public TId NewId<TId>()
        where TId : struct, IResourceId<TId> => TId.From(NewId(TId.Prefix));

    /// <summary>Makes something due at an instant (at once, if that is past), as part of this call.</summary>
    /// <param name="kind">Which <see cref="ITimerHandler"/> it fires.</param>
    /// <param name="due">When, in virtual time.</param>
    /// <param name="subject">What the handler is given.</param>
    /// <param name="scope">In which scope it fires; the call's own if null.</param>
    public TimerId Schedule(string kind, DateTimeOffset due, string subject, Scope? scope = null)
    {
        due = due < Now ? Now : due.ToUniversalTime();
        var id = TimerId.Of(due, _transaction.Sequence, _timers++);
        Write(KernelTables.Timers, scope ?? Scope).PutNew(new(id, due, kind, subject, _transaction.Sequence));
        if (due == Now)
            (_dueNow ??= []).Add((id, scope ?? Scope));
        if (!(_made ??= []).TryGetValue((kind, subject, scope ?? Scope), out var made))
            _made.Add((kind, subject, scope ?? Scope), made = new(1));
        made.Add(id);
        return id;
    }

    /// <summary>
    /// Schedules the end of a transition: after the time that AWS documents, or right after this commit where the world
    /// runs without delays.
    /// </summary>
    public TimerId Settle(string kind, TimeSpan documented, string subject, Scope? scope = null) =>
        Schedule(kind, _delays == Delays.None ? Now : Now + documented, subject, scope);

    /// <summary>The timers that this call made due at once, in the order in which they fire.</summary>
    internal IReadOnlyList<(TimerId Id, Scope Scope)> DueNow => _dueNow ?? [];

    /// <summary>Takes a timer back; false if it has fired or was cancelled.</summary>
    public bool Cancel(TimerId timer, Scope? scope = null) => Write(KernelTables.Timers, scope ?? Scope).Remove(timer);

    /// <summary>
    /// Ids and chance come from the commit: a call that drew some and changed nothing leaves a mark, else the next call
    /// would draw the same.
    /// </summary>
    internal void KeepDraws()
    {
        if ((_ids == 0 && _random is null) || _transaction.HasChanges) return;
        var scopes = Write(KernelTables.Scopes);
        if (scopes.Find(KernelTables.ScopeKey) is { } scope) scopes.Put(scope with { Drawn = _transaction.Sequence });
    }

    /// <summary>Takes back all timers of a kind for a subject.</summary>
    /// <returns>How many there were.</returns>
    public int Cancel(string kind, string subject, Scope? scope = null)
    {
        // Those of before and those of this call are looked for apart: the index need not be told of the latter for it.
        var timers = Write(KernelTables.Timers, scope ?? Scope);
        var before = _transaction.Start.Read(KernelTables.Timers, scope ?? Scope)
            .By(KernelTables.TimersBySubject, KernelTables.Subject(kind, subject));
        var count = before.Count(timer => timers.Remove(timer.Id));
        if (_made is not null && _made.Remove((kind, subject, scope ?? Scope), out var made))
            count += made.Count(timers.Remove);
        return count;
    }
}
