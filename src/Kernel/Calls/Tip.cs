using System.Globalization;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;

namespace Orrery.Kernel.Calls;

/// <summary>
/// The newest state while a batch runs: the durable snapshot and the commits on top of it that are not durable yet.
/// Only the writer sees it.
/// </summary>
internal sealed class Tip
{
    /// <summary>
    /// A call runs again when scopes that it wrote to have begun. One that draws their names draws others each time.
    /// </summary>
    private const int MostRuns = 100;

    private readonly Snapshot _durable;
    private readonly WorldSettings _settings;
    private readonly List<Commit> _commits = [];
    private readonly Dictionary<Scope, long> _expected = [];
    private readonly HashSet<Scope> _beginning = [];
    private bool _isFiring;

    public Tip(Snapshot durable, WorldSettings settings)
    {
        _durable = durable;
        _settings = settings;
        Current = durable;
    }

    public Snapshot Current { get; private set; }

    /// <summary>What the batch adds to the journal.</summary>
    public IReadOnlyList<Commit> Commits => _commits;

    /// <summary>How many rows the batch changes.</summary>
    public int Changes { get; private set; }

    /// <summary>How many of them are of stored tables: they are held in memory until the store has them.</summary>
    public int StoredChanges { get; private set; }

    /// <summary>The versions that the batch rests on.</summary>
    public IReadOnlyDictionary<Scope, long> Expected => _expected;

    public ClockRecord Clock =>
        Current.Read(KernelTables.Clock, Scope.World).Find(KernelTables.ClockKey)
            ?? throw new InvalidOperationException("The world has no clock.");

    /// <summary>The virtual instant; never before the last commit.</summary>
    public DateTimeOffset Now => WorldClock.NotBefore(Clock.Read(_settings.Machine.GetUtcNow()), Current.Instant);

    /// <summary>A call from outside: what is due goes first, and what it makes due at once follows it.</summary>
    public T Call<T>(CallInfo info, Func<Call, T> body)
    {
        var now = Now;
        FireDue(now);
        Begin(info.Scope, now);
        var result = Commit(info, now, body);
        FireDue(now);
        return result;
    }

    /// <summary>
    /// Touches a scope: the first time, its initializers run. An account's global scope begins first.
    /// </summary>
    public void Begin(Scope scope, DateTimeOffset now)
    {
        if (HasBegun(scope) || !_beginning.Add(scope))
            return;
        try
        {
            Begin(Scope.Global(scope.Account), now);
            Commit(Internal(scope, "orrery:TouchScope"), now, Initialize);
        }
        finally
        {
            _beginning.Remove(scope);
        }
        // A timer that begins a scope is still due until its own commit: it would fire again, and again.
        if (!_isFiring)
            FireDue(now);
    }

    /// <summary>One transaction on the tip; if it throws, nothing happened.</summary>
    public T Commit<T>(CallInfo info, DateTimeOffset now, Func<Call, T> body)
    {
        for (var run = 1; ; run++)
        {
            var transaction = new Transaction(Current);
            T result;
            try
            {
                var call = new Call(transaction, info, now, _settings);
                result = body(call);
                call.KeepDraws();
                if (BeginWritten(transaction, now))
                {
                    CheckEnds(run, info);
                    continue;
                }
            }
            catch when (BeginWritten(transaction, now))
            {
                CheckEnds(run, info);
                continue;
            }
            finally
            {
                transaction.Close();
            }
            var (changes, after) = transaction.Changes(now);
            if (changes.Count > 0)
            {
                foreach (var scope in transaction.Touched)
                {
                    if (!_expected.ContainsKey(scope))
                        _expected.Add(scope, _durable.StateOf(scope).Version);
                }
                Current = after;
                Changes += changes.Count;
                StoredChanges += transaction.StoredChanges;
                _commits.Add(new(after.Sequence, now, info.Caller, info.RequestId, info.Operation, changes));
            }
            return result;
        }
    }

    /// <summary>
    /// Fires at most <paramref name="limit"/> timers that are due, in order, each in its own transaction but for those
    /// whose handler takes several together.
    /// </summary>
    /// <param name="until">What is due later is left.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="isEnough">Whether to stop there, however many are due.</param>
    /// <returns>How many fired.</returns>
    public int FireDue(DateTimeOffset until, int limit = int.MaxValue, Func<bool>? isEnough = null)
    {
        var round = new TimerRound(this, Current.Blueprint);
        var fired = 0;
        var outer = _isFiring;
        _isFiring = true;
        try
        {
            while (fired < limit && round.Fire(until, limit - fired) is > 0 and var some)
            {
                fired += some;
                if (isEnough?.Invoke() == true)
                    break;
            }
        }
        finally
        {
            _isFiring = outer;
        }
        return fired;
    }

    /// <summary>What the kernel itself does.</summary>
    public CallInfo Internal(Scope scope, string operation)
    {
        var id = new SeededHash(_settings.Seed, $"kernel {scope}").At(Current.Sequence + 1, 0);
        return new(scope, Caller.Kernel, operation, id.ToString("x16", CultureInfo.InvariantCulture));
    }

    private bool HasBegun(Scope scope) => scope == Scope.World || Current.HasBegun(scope);

    private static bool Initialize(Call call)
    {
        call.Write(KernelTables.Scopes).Put(new(KernelTables.ScopeKey, call.Now));
        foreach (var initializer in call.Blueprint.Initializers)
            initializer.Initialize(call);
        return true;
    }

    private static void CheckEnds(int runs, CallInfo info)
    {
        if (runs > MostRuns)
            throw new InvalidOperationException($"{info.Operation} writes to another new scope each time it runs.");
    }

    /// <summary>
    /// If the call wrote to scopes that nobody had touched, those begin first and the call runs again.
    /// </summary>
    private bool BeginWritten(Transaction transaction, DateTimeOffset now)
    {
        if (transaction.Written.All(HasBegun))
            return false;
        var before = Current;
        foreach (var scope in transaction.Written.Order())
            Begin(scope, now);
        return !ReferenceEquals(before, Current);
    }
}
