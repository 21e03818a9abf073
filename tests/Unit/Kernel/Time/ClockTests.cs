using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Time;

public sealed class ClockTests
{
    private readonly ManualMachine _machine = new(Start);

    private WorldSettings Live => Settings with { Mode = ClockMode.Live, Machine = _machine };

    [Fact]
    public async Task A_live_world_that_begins_now_shows_the_machines_time_however_long_it_took_to_make()
    {
        await using var worlds = new Worlds(Blueprint(), new LateStorage(_machine), Live with { Start = null });
        var world = await worlds.CreateAsync("w");
        Assert.Equal(_machine.GetUtcNow(), world.Clock.Now);
        _machine.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(_machine.GetUtcNow(), world.Clock.Now);
    }

    [Fact]
    public async Task A_live_world_that_begins_at_a_chosen_instant_begins_there_however_long_it_took_to_make()
    {
        await using var worlds = new Worlds(Blueprint(), new LateStorage(_machine), Live);
        Assert.Equal(Start, (await worlds.CreateAsync("w")).Clock.Now);
    }

    [Fact]
    public async Task A_stepped_clock_moves_only_when_told()
    {
        await using var worlds = InMemory(Settings with { Machine = _machine });
        var world = await worlds.CreateAsync("w");
        _machine.Advance(TimeSpan.FromDays(1));
        await world.Put("a", 1);
        Assert.Equal(Start, world.Clock.Now);
        await world.Clock.SetAsync(Start.AddDays(30));
        Assert.Equal(Start.AddDays(30), world.Clock.Now);
    }

    [Fact]
    public async Task The_store_begins_before_all_that_is_due_has_fired_where_that_changes_many_rows()
    {
        const int Timers = 40;
        var storage = new SlowStorage();
        var handler = new Handler("many", static (call, subject) =>
        {
            for (var i = 0; i < 1000; i++)
                call.Write(TestTables.Notes).Put(new(new($"{subject}-{i:d3}"), ""));
        });
        await using var worlds = new Worlds(Blueprint(handler), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Do(static call =>
        {
            for (var i = 0; i < Timers; i++)
                call.Schedule("many", Start.AddHours(1), $"{i:d2}");
        });
        var before = storage.Store.Batches;
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(Timers * 1000, world.Current.Read(TestTables.Notes, Here).Count);
        Assert.InRange(storage.Store.Batches - before, 4, Timers);
    }

    [Theory]
    [InlineData(false, 35)]
    [InlineData(true, 10)]
    public async Task The_clock_goes_ahead_of_a_slow_store_by_little_where_rows_are_held_over_it(
        bool isStored, int ahead)
    {
        const int Timers = 60;
        var storage = new SlowStorage();
        var (fired, reached) = (0, new TaskCompletionSource());
        var handler = new Handler("many", (call, subject) =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var key = new WalletId($"{subject}-{i:d3}");
                if (isStored) call.Write(TestTables.Notes).Put(new(key, ""));
                else call.Write(TestTables.Wallets).Put(new(key, "ada", 1));
            }
            if (Interlocked.Increment(ref fired) == ahead) reached.SetResult();
        });
        await using var worlds = new Worlds(Blueprint(handler), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Do(static call =>
        {
            for (var i = 0; i < Timers; i++)
                call.Schedule("many", Start.AddMinutes(i + 1), $"{i:d2}");
        });
        storage.Store.Hold();
        var moved = world.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await reached.Task;
        for (var i = 0; i < 3; i++)
            await RanAsync(world);
        var before = fired;
        storage.Store.Release();
        await moved;
        Assert.Equal(ahead, before);
        Assert.Equal(Timers, fired);
    }

    [Fact]
    public async Task Time_never_goes_back()
    {
        await using var worlds = InMemory();
        var world = await worlds.CreateAsync("w");
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Clock.SetAsync(Start));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Clock.AdvanceAsync(-TimeSpan.FromTicks(1)));
        Assert.Equal(Start.AddDays(1), world.Clock.Now);
    }

    [Fact]
    public async Task A_refused_setting_of_the_clock_changes_nothing()
    {
        await using var worlds = InMemory(Live);
        var world = await worlds.CreateAsync("w");
        _machine.Advance(TimeSpan.FromHours(1));
        var before = world.Current;
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Clock.SetAsync(Start));
        Assert.Same(before, world.Current);
    }

    [Fact]
    public async Task A_clock_that_was_stopped_half_way_goes_on_from_there()
    {
        await using var worlds = InMemory(Live, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            call.Schedule("log", Start.AddHours(1), "a");
            call.Schedule("log", Start.AddHours(2), "b");
        });
        using var _ = world.WaitFor(new Stopper());
        await Assert.ThrowsAsync<TimeoutException>(() => world.Clock.AdvanceAsync(TimeSpan.FromHours(3)));
        Assert.Equal(Start.AddHours(1), world.Clock.Now);
        _machine.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Start.AddHours(1).AddMinutes(5), world.Clock.Now);
    }

    [Fact]
    public async Task A_live_clock_runs_with_the_machines_at_its_rate_and_offset()
    {
        await using var worlds = InMemory(Live);
        var world = await worlds.CreateAsync("w");
        _machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(1), world.Clock.Now);
        await world.Clock.UseAsync(ClockMode.Live, 60);
        _machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(61), world.Clock.Now);
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(9));
        _machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(130), world.Clock.Now);
        await world.Clock.UseAsync(ClockMode.Stepped);
        _machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(130), world.Clock.Now);
    }

    [Fact]
    public async Task A_live_clock_does_not_follow_the_machine_back()
    {
        await using var worlds = InMemory(Live);
        var world = await worlds.CreateAsync("w");
        _machine.Advance(TimeSpan.FromHours(2));
        await world.Put("a", 1);
        _machine.Advance(TimeSpan.FromHours(-1));
        await world.Put("a", 2);
        Assert.Equal(Start.AddHours(2), world.Clock.Now);
        Assert.Equal(Start.AddHours(2), world.Current.Instant);
    }

    [Fact]
    public async Task A_live_world_fires_timers_when_they_are_due()
    {
        await using var worlds = InMemory(Live, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Schedule("log", Start.AddHours(1), "a"));
        var seen = new Seen("timer:log");
        using var _ = world.Observe(seen);
        await _machine.AlarmAsync(Start.AddHours(1));
        _machine.Advance(TimeSpan.FromHours(1));
        await seen.Task;
        Assert.Equal("01:00:00 a", world.Current.Text("000000"));
    }

    [Fact]
    public async Task A_call_finds_done_what_was_due_before_it()
    {
        await using var worlds = InMemory(Live, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Schedule("log", Start.AddHours(1), "timer"));
        _machine.Advance(TimeSpan.FromHours(1.5));
        await world.Do(call => Handler.Write(call, "call"));
        Assert.Equal(
            ["01:00:00 timer", "01:30:00 call"], world.Current.Read(Notes, Here).All().Select(note => note.Text));
    }

    [Fact]
    public async Task Moving_the_clock_waits_for_what_is_real_between_timers()
    {
        await using var worlds = InMemory(null, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            call.Schedule("log", Start.AddHours(1), "a");
            call.Schedule("log", Start.AddHours(2), "b");
        });
        using var _ = world.WaitFor(new Backend(world, static _ => true));
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(
            ["00:00:00 report", "01:00:00 a", "01:00:00 report", "02:00:00 b", "02:00:00 report"],
            world.Current.Read(Notes, Here).All().Select(note => note.Text));
    }

    [Fact]
    public async Task Moving_the_clock_waits_only_while_something_real_follows_the_state()
    {
        await using var worlds = InMemory(null, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            foreach (var (name, at) in "abcd".Select((name, at) => ($"{name}", at)))
                call.Schedule("log", Start.AddHours(at + 1), name);
        });
        using var _ = world.WaitFor(new Backend(world, static texts => texts.Contains("02:00:00 b")
            && !texts.Contains("03:00:00 c")));
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.Equal(
            ["00:00:00 report", "01:00:00 a", "02:00:00 b", "02:00:00 report", "03:00:00 c", "03:00:00 report",
                "04:00:00 d"],
            world.Current.Read(Notes, Here).All().Select(note => note.Text));
    }

    [Fact]
    public async Task A_world_forked_from_the_past_goes_on_from_then()
    {
        await using var worlds = InMemory(Live, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Schedule("log", Start.AddHours(1), "a"));
        var then = world.Current.Sequence;
        _machine.Advance(TimeSpan.FromHours(5));
        await world.Put("a", 1);
        var fork = await worlds.ForkAsync("w", "f", then);
        Assert.Equal(Start, fork.Clock.Now);
        Assert.Equal(Start.AddHours(1), fork.Clock.NextDue);
        _machine.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(Start.AddMinutes(30), fork.Clock.Now);
        Assert.Equal(Start.AddHours(5.5), world.Clock.Now);
    }

    private sealed class Seen(string operation) : ICommitObserver
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => _done.Task;

        public void Committed(Commit commit, Orrery.Kernel.State.Snapshot current)
        {
            if (commit.Operation == operation)
                _done.TrySetResult();
        }
    }

    /// <summary>Quiet once, and never again.</summary>
    private sealed class Stopper : IQuiescence
    {
        private int _asked;

        public bool Follows(Orrery.Kernel.State.Snapshot state) => true;

        public ValueTask QuietAsync(CancellationToken cancellation) =>
            _asked++ == 0 ? ValueTask.CompletedTask : throw new TimeoutException();
    }

    private sealed class Backend(World world, Predicate<IReadOnlyList<string>> follows) : IQuiescence
    {
        private int _seen = -1;

        public bool Follows(Orrery.Kernel.State.Snapshot state) =>
            follows([.. state.Read(Notes, Here).All().Select(note => note.Text)]);

        public async ValueTask QuietAsync(CancellationToken cancellation)
        {
            var timers = world.Current.Timers.Count;
            if (timers == _seen)
                return;
            _seen = timers;
            await world.Do(call => Handler.Write(call, "report"));
        }
    }

    /// <summary>A call that ran after all that was queued before it; it is answered when the store has that.</summary>
    private static Task RanAsync(World world)
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = world.Do(_ => ran.TrySetResult());
        return ran.Task;
    }

    /// <summary>In memory, on a machine that takes its time.</summary>
    private sealed class LateStorage(ManualMachine machine) : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public IReadOnlyList<string> List() => _inner.List();

        public IStore Open(string name) => _inner.Open(name);

        public IStore Create(string name, StoreHeader header)
        {
            machine.Advance(TimeSpan.FromSeconds(3));
            return _inner.Create(name, header);
        }

        public IStore Fork(string name, string fork, long sequence) => _inner.Fork(name, fork, sequence);

        public void Delete(string name) => _inner.Delete(name);

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
