using Orrery.Core;
using Orrery.Kernel.State;

namespace Orrery.Kernel.Calls;

/// <summary>A call that reads: what a <c>Describe*</c> sees of the world, as of one snapshot.</summary>
public class ReadCall
{
    private readonly Snapshot _snapshot;
    private readonly Transaction? _transaction;
    private ScopeState? _own;

    internal ReadCall(Snapshot snapshot, CallInfo info, DateTimeOffset now)
        : this(snapshot, null, info, now)
    {
    }

    private protected ReadCall(Snapshot snapshot, Transaction? transaction, CallInfo info, DateTimeOffset now)
    {
        _snapshot = snapshot;
        _transaction = transaction;
        Info = info;
        Now = now;
    }

    /// <summary>The account and region of the call.</summary>
    public Scope Scope => Info.Scope;

    /// <summary>The account of the call.</summary>
    public string Account => Info.Scope.Account;

    /// <summary>The region of the call.</summary>
    public string Region => Info.Scope.Region;

    /// <summary>Who calls.</summary>
    public Caller Caller => Info.Caller;

    /// <summary>The operation, for example <c>ec2:CreateVpc</c>.</summary>
    public string Operation => Info.Operation;

    /// <summary>The request id.</summary>
    public string RequestId => Info.RequestId;

    /// <summary>The virtual instant of the call.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The scopes that have been touched, in order.</summary>
    public IEnumerable<Scope> Scopes => _snapshot.Scopes;

    /// <summary>
    /// What the call sees, as a value: for what is worked out of it and kept. A call that writes makes one each time
    /// it is asked, with what it wrote so far.
    /// </summary>
    public virtual Snapshot Seen => _snapshot;

    /// <summary>The world as it was before the call, whatever it wrote since.</summary>
    public Snapshot Before => _snapshot;

    internal Blueprint Blueprint => _snapshot.Blueprint;

    internal CallInfo Info { get; }

    /// <summary>The records of a table in the call's own scope.</summary>
    public TableReader<TKey, TRecord> Read<TKey, TRecord>(Table<TKey, TRecord> table)
        where TKey : struct, IKey<TKey>
        where TRecord : class => Read(table, Scope);

    /// <summary>The records of a table in another scope.</summary>
    // Not virtual: a native program looks virtual methods with type parameters up in a table at each call.
    public TableReader<TKey, TRecord> Read<TKey, TRecord>(Table<TKey, TRecord> table, Scope scope)
        where TKey : struct, IKey<TKey>
        where TRecord : class => _transaction is { } writes
            ? new(writes.Edit(table, scope, write: false))
            : _snapshot.Read(table, scope, StateOf(scope));

    // Nearly all of what a call reads is in its own scope.
    private ScopeState StateOf(Scope scope) =>
        scope == Scope ? _own ??= _snapshot.StateOf(scope) : _snapshot.StateOf(scope);

    /// <summary>What another service offers.</summary>
    public T Port<T>()
        where T : class => _snapshot.Blueprint.Ports.Get<T>();

    /// <summary>What another service offers, or null where the house is without it.</summary>
    public T? FindPort<T>()
        where T : class => _snapshot.Blueprint.Ports.Find<T>();

    /// <summary>What several services offer, each for its own things.</summary>
    public IReadOnlyList<T> PortsOf<T>()
        where T : class => _snapshot.Blueprint.Ports.All<T>();
}
