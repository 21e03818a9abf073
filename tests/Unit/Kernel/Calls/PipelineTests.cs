using Orrery.Kernel;
using Orrery.Stores.Sqlite;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Calls;

/// <summary>Calls run while the store makes those before them durable.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task A_call_builds_on_what_is_not_durable_yet_and_is_answered_after_it()
    {
        var storage = new SlowStorage();
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 0);
        storage.Store.Hold();
        var first = world.Put("a", 1);
        await storage.Store.Entered;
        var (second, ran) = AddOne(world);
        var third = world.Do(call => call.Read(Wallets).Find(new("b"))?.Coins);
        await ran;
        Assert.Equal((0, null), (world.Current.Coins("a"), world.Current.Coins("b")));
        Assert.False(first.IsCompleted || second.IsCompleted || third.IsCompleted);
        storage.Store.Release();
        await Task.WhenAll(first, second, third);
        Assert.Equal((1, 2), (world.Current.Coins("a"), world.Current.Coins("b")));
        Assert.Equal(2, await third);
    }

    [Fact]
    public async Task What_ran_on_a_batch_that_was_lost_runs_again_without_it()
    {
        var storage = new SlowStorage();
        await using var worlds = new Worlds(Blueprint(), storage, Settings);
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 10);
        var before = world.Current.Sequence;
        (storage.Store.Fail, storage.Store.FailsOnce) = (new IOException("The disk is full."), true);
        storage.Store.Hold();
        var first = world.Put("a", 1);
        await storage.Store.Entered;
        var (second, ran) = AddOne(world);
        var third = world.Do(call => call.Read(Wallets).Find(new("a"))?.Coins);
        await ran;
        storage.Store.Release();
        await Assert.ThrowsAsync<IOException>(() => first);
        await second;
        Assert.Equal((10, 11), (world.Current.Coins("a"), world.Current.Coins("b")));
        Assert.Equal(10, await third);
        Assert.Equal(before + 1, world.Current.Sequence);
    }

    [Fact]
    public async Task Rows_that_are_held_over_the_store_read_as_those_in_it()
    {
        const int Keys = 40;
        using var folder = new TestFolder();
        await using var worlds = new Worlds(Blueprint(), new SqliteStorage(folder.Path), Settings);
        var world = await worlds.CreateAsync("w");
        var text = new string('x', 20_000);
        await Parallel.ForAsync(0, 600, async (i, _) => await world.Do(call =>
        {
            var notes = call.Write(Notes);
            var wallet = call.Write(Wallets).Find(new("n"));
            var there = wallet?.Coins ?? 0;
            Assert.Equal(there, notes.Count);
            Assert.Equal(there, notes.All().Count());
            var key = new WalletId($"k{call.Random.Next(Keys):00}");
            var had = notes.Contains(key);
            Assert.Equal(had, notes.From(key).FirstOrDefault()?.Id == key);
            if (had && call.Random.Next(2) == 0)
                notes.Remove(key);
            else
                notes.Put(new(key, text + i));
            there += (notes.Contains(key) ? 1 : 0) - (had ? 1 : 0);
            call.Write(Wallets).Put(new(new("n"), "ada", there));
        }));
        var end = world.Current;
        Assert.Equal(end.Coins("n")!.Value, end.Read(Notes, Here).Count);
        var asStored = world.AsOf(end.Sequence);
        Assert.Equal(end.Read(Notes, Here).All(), asStored.Read(Notes, Here).All());
        Assert.InRange(end.Coins("n")!.Value, 1, Keys);
    }

    private static (Task Done, Task Ran) AddOne(World world)
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = world.Do(call =>
        {
            var seen = call.Read(Wallets).Find(new("a"))!.Coins;
            call.Write(Wallets).Put(new(new("b"), "ada", seen + 1));
            ran.TrySetResult();
        });
        return (done, ran.Task);
    }
}
