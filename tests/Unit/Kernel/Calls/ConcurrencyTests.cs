using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Calls;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task A_reader_never_sees_half_a_transaction()
    {
        using var folder = new TestFolder();
        await using var worlds =
            new Worlds(Blueprint(), new Orrery.Stores.Sqlite.SqliteStorage(folder.Path), Settings);
        var world = await worlds.CreateAsync("w");
        await world.Do(call => Move(call, 0));
        var writing = true;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            while (Volatile.Read(ref writing) || seen == 0)
            {
                var now = world.Current;
                var (a, b) = (now.Coins("a"), now.Coins("b", There));
                Assert.Equal(100, a + b);
                Assert.Equal($"{a}", now.Text("a"));
                Assert.Equal($"{b}", now.Text("b", There));
                seen++;
            }
            return seen;
        })).ToList();
        await Parallel.ForAsync(0, 300, async (i, _) => await world.Do(call => Move(call, (i * 7) % 100)));
        Volatile.Write(ref writing, false);
        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
    }

    [Fact]
    public async Task Calls_that_queue_while_a_commit_runs_share_the_next_one()
    {
        var storage = new SlowStorage();
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 0);
        storage.Store.Hold();
        var first = world.Put("a", 1);
        await storage.Store.Entered;
        var queued = Enumerable.Range(2, 50).Select(i => world.Put("a", i)).ToList();
        var before = storage.Store.Batches;
        Assert.Equal(0, world.Current.Coins("a"));
        Assert.False(first.IsCompleted);
        storage.Store.Release();
        await Task.WhenAll([first, .. queued]);
        Assert.Equal(before + 1, storage.Store.Batches);
        Assert.Equal(51, world.Current.Coins("a"));
    }

    [Fact]
    public async Task What_the_store_did_not_take_never_was()
    {
        var storage = new SlowStorage();
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 1);
        var before = world.Current;
        storage.Store.Fail = new IOException("The disk is full.");
        await Assert.ThrowsAsync<IOException>(() => world.Put("a", 2));
        Assert.Same(before, world.Current);
        storage.Store.Fail = null;
        await world.Put("b", 3);
        Assert.Equal((1, 3), (world.Current.Coins("a"), world.Current.Coins("b")));
        Assert.Equal(before.Sequence + 1, world.Current.Sequence);
    }

    [Fact]
    public async Task What_the_store_took_after_all_is_taken_over()
    {
        var storage = new SlowStorage();
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 1);
        storage.Store.FailAfter = new IOException("Lost the line.");
        await Assert.ThrowsAsync<IOException>(() => world.Put("a", 2));
        storage.Store.FailAfter = null;
        Assert.Equal(2, world.Current.Coins("a"));
        await world.Put("a", 3);
        Assert.Equal(3, world.Current.Coins("a"));
    }

    [Fact]
    public async Task Nodes_that_share_a_store_lose_no_change()
    {
        var store = new MemoryStore(new(7, Start, Orrery.Kernel.Time.ClockMode.Stepped, 1));
        await using var one = await World.OpenAsync("w", Blueprint(), store, Settings);
        await using var other = await World.OpenAsync("w", Blueprint(), store, Settings);
        World[] nodes = [one, other];
        await Parallel.ForAsync(0, 200, async (i, _) => await nodes[i % 2].Do(
            call =>
            {
                var wallets = call.Write(Wallets);
                var coins = wallets.Find(new("a"))?.Coins ?? 0;
                wallets.Put(new(new("a"), "ada", coins + 1));
                call.Write(Notes).Put(new(new(call.NewId("note")), "x"));
            },
            i % 3 == 0 ? There : Here));
        await one.Put("last", 1);
        await other.Put("last", 2);
        Assert.Equal(200, other.Current.Coins("a") + other.Current.Coins("a", There));
        Assert.Equal(133, other.Current.Read(Notes, Here).Count);
        var sequences = store.Journal(1, long.MaxValue).Select(commit => commit.Sequence).ToList();
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(i => (long)i), sequences);
    }

    [Fact]
    public async Task Observers_are_told_every_commit_in_order_once_it_can_be_read()
    {
        await using var worlds = InMemory();
        var world = await worlds.CreateAsync("w");
        var seen = new List<long>();
        var faults = new List<Exception>();
        world.Faulted += faults.Add;
        using var one = world.Observe(new Observer((commit, current) =>
        {
            Assert.True(world.Current.Sequence >= commit.Sequence);
            Assert.Same(world.Current, current);
            seen.Add(commit.Sequence);
        }));
        using var broken = world.Observe(new Observer((_, _) => throw new InvalidOperationException("broken")));
        var first = world.Current.Sequence;
        await Parallel.ForAsync(0, 100, async (i, _) => await world.Put("a", i));
        Assert.Equal(Enumerable.Range(0, seen.Count).Select(i => first + 1 + i), seen);
        Assert.Equal(world.Current.Sequence, seen[^1]);
        Assert.Equal("broken", Assert.Single(faults).Message);
        one.Dispose();
        await world.Put("a", -1);
        Assert.NotEqual(world.Current.Sequence, seen[^1]);
    }

    [Fact]
    public async Task A_queued_call_can_be_taken_back()
    {
        await using var worlds = InMemory();
        var world = await worlds.CreateAsync("w");
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = world.Do(call =>
        {
            entered.Set();
            go.Wait(TestContext.Current.CancellationToken);
            call.Write(Wallets).Put(new(new("a"), "ada", 1));
        });
        entered.Wait(TestContext.Current.CancellationToken);
        using var cancel = new CancellationTokenSource();
        var second = world.ExecuteAsync(Info(world), call => call.Write(Wallets).Remove(new("a")), cancel.Token);
        await cancel.CancelAsync();
        go.Set();
        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(1, world.Current.Coins("a"));
    }

    private static void Move(Call call, int coins)
    {
        call.Write(Wallets).Put(new(new("a"), "ada", coins));
        call.Write(Wallets, There).Put(new(new("b"), "bob", 100 - coins));
        call.Write(Notes).Put(new(new("a"), $"{coins}"));
        call.Write(Notes, There).Put(new(new("b"), $"{100 - coins}"));
    }

    private sealed class Observer(Action<Commit, Snapshot> committed) : ICommitObserver
    {
        public void Committed(Commit commit, Snapshot current) => committed(commit, current);
    }
}
