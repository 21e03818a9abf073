using System.Buffers.Binary;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;

namespace Orrery.Kernel;

/// <summary>One world: what is (<see cref="Current"/>), what was (the journal), what is due (the timers).</summary>
public sealed class World : IAsyncDisposable
{
    /// <summary>
    /// Request ids count from zero after each commit, so that they do not depend on when the process began.
    /// </summary>
    private const int OrdinalBits = 20;

    private readonly Executor _executor;
    private readonly IStore _store;
    private readonly Pump _pump;
    private readonly WorldSettings _settings;
    private readonly Registrations<IQuiescence> _quiet = new();
    private readonly Registrations<IAsyncDisposable> _followers = new();
    private long _lastRequest;

    private World(string name, Blueprint blueprint, IStore store, Snapshot loaded, WorldSettings settings)
    {
        Name = name;
        Blueprint = blueprint;
        _store = store;
        _settings = settings;
        _executor = new(store, loaded, settings) { Faulted = error => Faulted?.Invoke(error) };
        Clock = new(_executor, settings.Machine, _quiet);
        _pump = new(_executor, Clock, settings.Machine);
        _executor.Published = _pump.Wake;
        Clock.Moved = _pump.Wake;
    }

    /// <summary>Raised when an observer threw or the upkeep of the store failed. May come from any thread.</summary>
    public event Action<Exception>? Faulted;

    /// <summary>The world's name.</summary>
    public string Name { get; }

    /// <summary>What the world is made of.</summary>
    public Blueprint Blueprint { get; }

    /// <summary>The seed of all ids and randomness.</summary>
    public long Seed => _settings.Seed;

    /// <summary>The newest durable state.</summary>
    public Snapshot Current => _executor.Current;

    /// <summary>The world's clock.</summary>
    public WorldClock Clock { get; }

    internal IStore Store => _store;

    /// <summary>
    /// Runs a call that may change the world, after all calls queued before it. Completes when the change is durable.
    /// What the call makes due at once has then happened too.
    /// </summary>
    /// <typeparam name="T">The result of the call.</typeparam>
    /// <param name="info">What is known of the call.</param>
    /// <param name="body">The call: no effect but on its <see cref="Call"/>, no waiting. May run more than
    /// once.</param>
    /// <param name="cancellation">Takes the call back while it is queued.</param>
    /// <returns>What the body returned. If it threw, the task fails with that and nothing has changed.</returns>
    public Task<T> ExecuteAsync<T>(CallInfo info, Func<Call, T> body, CancellationToken cancellation = default) =>
        _executor.EnqueueAsync(tip => tip.Call(info, body), cancellation);

    /// <summary>Reads the newest durable state, without waiting for anybody.</summary>
    /// <remarks>Touches no scope: in one that is untouched nothing is found, not even what initializers would
    /// make.</remarks>
    public T Query<T>(CallInfo info, Func<ReadCall, T> body) => Query(info, body, Current);

    /// <summary>Reads a given state, for example one of <see cref="AsOf(DateTimeOffset)"/>.</summary>
    public T Query<T>(CallInfo info, Func<ReadCall, T> body, Snapshot at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var isNow = ReferenceEquals(at, Current);
        return body(new(at, info, isNow ? WorldClock.NotBefore(Clock.Now, at.Instant) : at.Instant));
    }

    /// <summary>Reads the newest durable state, after touching the call's scope if nobody has.</summary>
    public ValueTask<T> QueryAsync<T>(CallInfo info, Func<ReadCall, T> body) =>
        info.Scope == Scope.World || Current.HasBegun(info.Scope)
            ? ValueTask.FromResult(Query(info, body))
            : BeginAndQueryAsync(info, body);

    /// <summary>The world as it was at an instant. Reads all resident tables from the store.</summary>
    /// <exception cref="HistoryGoneException">It is longer ago than history is kept.</exception>
    public Snapshot AsOf(DateTimeOffset instant) => AsOf(TipAt(instant));

    /// <summary>The world as it was right after a commit. Reads all resident tables from the store.</summary>
    /// <exception cref="HistoryGoneException">It is longer ago than history is kept.</exception>
    public Snapshot AsOf(long sequence) => AsOf(_store.ReadTip(sequence));

    /// <summary>The journal from one commit to another, both included, as far as it is kept.</summary>
    public IEnumerable<Commit> ReadJournal(long from, long to) => _store.Journal(from, to);

    /// <summary>Tells an observer of every commit from now on; disposing the result ends that.</summary>
    public IDisposable Observe(ICommitObserver observer) => _executor.Observers.Add(observer);

    /// <summary>Makes the moving of the clock wait for something real; disposing the result ends that.</summary>
    public IDisposable WaitFor(IQuiescence follower) => _quiet.Add(follower);

    /// <summary>Hands over what follows the world: it is ended before the world is closed.</summary>
    public void Attach(IAsyncDisposable follower) => _followers.Add(follower);

    /// <summary>A request id as AWS writes it: 32 hexadecimal digits in five groups. The same in every run.</summary>
    public string NewRequestId()
    {
        var hash = new SeededHash(_settings.Seed, "request");
        long last, next;
        do
        {
            last = Volatile.Read(ref _lastRequest);
            next = Math.Max(last + 1, Current.Sequence << OrdinalBits);
        }
        while (Interlocked.CompareExchange(ref _lastRequest, next, last) != last);
        var high = hash.At(next >> OrdinalBits, (int)(next & ((1 << OrdinalBits) - 1)));
        var low = SeededHash.Mix(high);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Finishes what is queued and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var follower in _followers.Items)
            await follower.DisposeAsync();
        await _pump.DisposeAsync();
        await _executor.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>Opens a world on its store, which it then owns; a new one gets its clock.</summary>
    internal static async Task<World> OpenAsync(
        string name, Blueprint blueprint, IStore store, WorldSettings settings, OpenFrom from = default)
    {
        var tip = store.ReadTip();
        var loaded = from.Shared is { } shared && shared.Sequence == tip.Sequence
            ? SnapshotRules.Settled(shared.With(new StoreView(store, tip.Sequence)), tip.Sequence)
            : SnapshotRules.Load(blueprint, store, tip);
        var world = new World(name, blueprint, store, loaded, settings with { Seed = store.Header.Seed });
        if (tip.Sequence == 0)
            await world.SetClockAsync("orrery:CreateWorld", store.Header.Start, from.BeginsNow);
        else if (world.IsBehind(loaded) || (from.ThenIsNow && world.Clock.Mode == ClockMode.Live))
            await world.SetClockAsync("orrery:SetClock", loaded.Instant);
        return world;
    }

    /// <summary>Begins to fire timers in real time.</summary>
    internal void Start() => _pump.Start();

    /// <summary>
    /// A live clock that was moved on, and whose new setting was lost with a crash, would stand still.
    /// </summary>
    private bool IsBehind(Snapshot loaded) =>
        Clock.Mode == ClockMode.Live && loaded.Clock.Read(_settings.Machine.GetUtcNow()) < loaded.Instant;

    /// <summary>Lets the clock go on from an instant.</summary>
    /// <param name="operation">As what it is written down.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="isReal">
    /// Whether the machine's clock showed it: what was done since then took time in the world too. Else it is now.
    /// </param>
    private Task SetClockAsync(string operation, DateTimeOffset instant, bool isReal = false) =>
        _executor.EnqueueAsync(tip =>
        {
            var header = _store.Header;
            var clock = tip.Current.Sequence == 0
                ? new ClockRecord(header.Mode, header.Rate, instant, instant)
                : tip.Clock;
            clock = clock.Set(instant, isReal ? instant : _settings.Machine.GetUtcNow());
            return tip.Commit(tip.Internal(Scope.World, operation), instant, call => WorldClock.Write(call, clock));
        });

    /// <summary>The tip as it was at an instant.</summary>
    internal StoreTip TipAt(DateTimeOffset instant)
    {
        var tip = _store.ReadTip(instant);
        return tip.Sequence == 0 || tip.Instant <= instant
            ? tip
            : throw new HistoryGoneException(instant, tip.Sequence);
    }

    private async ValueTask<T> BeginAndQueryAsync<T>(CallInfo info, Func<ReadCall, T> body)
    {
        await _executor.EnqueueAsync(tip =>
        {
            tip.Begin(info.Scope, tip.Now);
            return true;
        });
        return Query(info, body);
    }

    private Snapshot AsOf(StoreTip tip) => SnapshotRules.Load(Blueprint, _store, tip);
}
