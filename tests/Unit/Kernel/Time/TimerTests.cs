using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Time;

public sealed class TimerTests
{
    [Fact]
    public async Task What_settles_at_once_has_happened_when_the_call_is_acknowledged()
    {
        await using var worlds = InMemory(null, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Settle("log", TimeSpan.FromMinutes(5), "ready"));
        Assert.Equal(["00:00:00 ready"], Log(world));
        Assert.Equal("timer:log", world.ReadJournal(1, 99).Last().Operation);
    }

    [Fact]
    public async Task With_delays_a_transition_takes_what_aws_documents()
    {
        await using var worlds = InMemory(Settings with { Delays = Delays.Aws }, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Settle("log", TimeSpan.FromMinutes(5), "ready"));
        Assert.Empty(Log(world));
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(4));
        Assert.Empty(Log(world));
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["00:05:00 ready"], Log(world));
        Assert.Equal(Start.AddMinutes(6), world.Clock.Now);
    }

    [Fact]
    public async Task What_is_due_follows_the_commit_that_caused_it_before_the_next_call()
    {
        var chain = new Handler("chain", (call, subject) =>
        {
            Handler.Write(call, subject);
            if (subject.Length < 3)
                call.Settle("chain", TimeSpan.Zero, subject + "+");
        });
        await using var worlds = InMemory(null, chain);
        var world = await worlds.CreateAsync("w");
        var first = world.Do(call => call.Settle("chain", TimeSpan.Zero, "a"));
        var second = world.Do(call => Handler.Write(call, "call"));
        await Task.WhenAll(first, second);
        Assert.Equal(["a", "a+", "a++", "call"], Log(world).Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public void Timers_fire_in_order_of_due_then_commit_then_call_each_at_its_instant()
    {
        var timer = Gen.Select(Gen.Int[0, 5], Gen.Bool).Select((due, elsewhere) => (Due: due, Elsewhere: elsewhere));
        timer.Array[0, 5].Array[0, 8].Sample(
            calls =>
            {
                using var life = new Sync(InMemory(null, Handler.Log()));
                var expected = new List<(int Due, int Order, string Name)>();
                foreach (var timers in calls)
                {
                    var first = expected.Count;
                    expected.AddRange(timers.Select((timer, i) => (timer.Due + 1, first + i, $"t{first + i}")));
                    life.World.Do(call =>
                    {
                        for (var i = 0; i < timers.Length; i++)
                        {
                            var due = Start.AddSeconds(timers[i].Due + 1);
                            call.Schedule("log", due, $"t{first + i}", timers[i].Elsewhere ? Other : Here);
                        }
                    }).Wait();
                }
                life.World.Clock.AdvanceAsync(TimeSpan.FromSeconds(3)).Wait();
                life.World.Clock.AdvanceAsync(TimeSpan.FromSeconds(3)).Wait();
                var fired = life.World.ReadJournal(1, long.MaxValue)
                    .Where(commit => commit.Operation == "timer:log")
                    .SelectMany(commit => commit.In(Notes), (commit, note) => (commit.Instant, note.After!.Text))
                    .ToList();
                var order = expected.OrderBy(timer => (timer.Due, timer.Order));
                Assert.Equal(
                    order.Select(timer => $"{TimeSpan.FromSeconds(timer.Due):c} {timer.Name}"),
                    fired.Select(f => f.Text));
                Assert.All(fired, f => Assert.StartsWith($"{f.Instant - Start:c}", f.Text));
                Assert.Empty(life.World.Current.Read(KernelTables.Timers, Here).All());
            },
            iter: 100);
    }

    [Fact]
    public async Task A_cancelled_timer_does_not_fire()
    {
        await using var worlds = InMemory(null, Handler.Log());
        var world = await worlds.CreateAsync("w");
        var timer = await world.Do(call =>
        {
            call.Schedule("log", Start.AddHours(1), "twice");
            call.Schedule("log", Start.AddHours(2), "twice");
            return call.Schedule("log", Start.AddHours(1), "once");
        });
        Assert.True(await world.Do(call => call.Cancel(timer)));
        Assert.False(await world.Do(call => call.Cancel(timer)));
        Assert.Equal(2, await world.Do(call => call.Cancel("log", "twice")));
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Empty(Log(world));
    }

    [Fact]
    public async Task Timers_of_a_subject_are_taken_back_those_of_before_and_those_of_the_call()
    {
        await using var worlds = InMemory(null, Handler.Log());
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            call.Schedule("log", Start.AddHours(1), "one");
            call.Schedule("log", Start.AddHours(1), "other");
        });
        var counts = await world.Do(call =>
        {
            call.Cancel(call.Schedule("log", Start.AddHours(2), "one"));
            call.Schedule("log", Start.AddHours(3), "one");
            var first = call.Cancel("log", "one");
            call.Schedule("log", Start.AddHours(4), "one");
            call.Schedule("log", Start.AddHours(5), "one", Other);
            return (first, call.Cancel("log", "one"), call.Cancel("log", "one"));
        });
        Assert.Equal((2, 1, 0), counts);
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(["01:00:00 other"], Log(world));
        Assert.Equal("05:00:00 one", world.Current.Read(Notes, Other).All().Single().Text);
    }

    [Fact]
    public async Task A_handler_that_throws_changes_nothing_and_its_timer_is_kept_with_the_error()
    {
        var broken = new Handler("broken", (call, subject) =>
        {
            Handler.Write(call, subject);
            throw new InvalidOperationException("no such thing");
        });
        await using var worlds = InMemory(null, broken);
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            call.Settle("broken", TimeSpan.Zero, "a");
            call.Settle("unknown", TimeSpan.Zero, "b");
        });
        Assert.Empty(Log(world));
        var failed = world.Current.Read(KernelTables.FailedTimers, Here).All().ToList();
        Assert.Equal(["a", "b"], failed.Select(f => f.Timer.Subject));
        Assert.Contains("no such thing", failed[0].Error);
        Assert.Contains("Nothing handles timers of kind unknown", failed[1].Error);
        Assert.Null(world.Clock.NextDue);
    }

    [Fact]
    public async Task Timers_that_make_one_another_due_without_end_are_stopped()
    {
        var spin = new Handler("spin", (call, subject) => call.Settle("spin", TimeSpan.Zero, subject));
        await using var worlds = InMemory(null, spin);
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Settle("spin", TimeSpan.Zero, "a"));
        Assert.Contains("without end", world.Current.Read(KernelTables.FailedTimers, Here).All().Single().Error);
    }

    [Fact]
    public async Task Timers_and_the_clock_survive_a_restart()
    {
        using var folder = new TestFolder();
        await using (var worlds = new Worlds(
            Blueprint(Handler.Log()), new Orrery.Stores.Sqlite.SqliteStorage(folder.Path), Settings))
        {
            var world = await worlds.CreateAsync("w");
            await world.Do(call => call.Schedule("log", Start.AddHours(2), "later"));
            await world.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        }
        await using var again = new Worlds(
            Blueprint(Handler.Log()), new Orrery.Stores.Sqlite.SqliteStorage(folder.Path), Settings);
        var reopened = await again.GetAsync("w");
        Assert.Equal(Start.AddHours(1), reopened.Clock.Now);
        Assert.Equal(Start.AddHours(2), reopened.Clock.NextDue);
        await reopened.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["02:00:00 later"], Log(reopened));
    }

    private static readonly Scope Other = new(Here.Account, "eu-west-1");

    private static IEnumerable<string> Log(World world) =>
        world.Current.Read(Notes, Here).All().Select(note => note.Text);

    private sealed class Sync(Worlds worlds) : IDisposable
    {
        public World World { get; } = worlds.CreateAsync("w").Result;

        public void Dispose() => worlds.DisposeAsync().AsTask().Wait();
    }
}
