using System.Globalization;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Calls;

public sealed class ExecuteTests : IAsyncDisposable
{
    private readonly Worlds _worlds = InMemory();

    public ValueTask DisposeAsync() => _worlds.DisposeAsync();

    [Fact]
    public async Task What_a_call_wrote_is_read_after_it()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Put("a", 3);
        await world.Note("n", "hello");
        Assert.Equal(3, world.Current.Coins("a"));
        Assert.Equal("hello", world.Current.Text("n"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 12)]
    [InlineData(30, 3)]
    public async Task A_call_that_writes_in_turns_to_many_scopes_sees_all_and_leaves_all(int scopes, int notes)
    {
        var world = await _worlds.CreateAsync("w");
        var all = Enumerable.Range(0, scopes)
            .Select(static n => new Scope(n.ToString("D12", CultureInfo.InvariantCulture), "eu-west-1")).ToList();
        await world.Do(call =>
        {
            for (var round = 0; round < notes; round++)
            {
                foreach (var scope in all)
                {
                    call.Write(Notes, scope).Put(new(new($"n{round}"), $"{scope}"));
                    call.Write(Wallets, scope).Put(new(new("w"), "ada", round));
                    Assert.All(
                        Enumerable.Range(0, round + 1),
                        n => Assert.Equal($"{scope}", call.Read(Notes, scope).Find(new($"n{n}"))?.Text));
                }
            }
        });
        var after = world.Current;
        foreach (var scope in all)
        {
            Assert.Equal(notes - 1, after.Coins("w", scope));
            Assert.Equal(notes, after.Read(Notes, scope).Count);
            Assert.Equal(after.Sequence, after.StateOf(scope).Version);
        }
    }

    [Fact]
    public async Task A_call_sees_its_own_writes()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Note("b", "old");
        var seen = await world.Do(call =>
        {
            call.Write(Wallets).Put(new(new("a"), "ada", 1));
            call.Write(Notes).Put(new(new("a"), "first"));
            call.Write(Notes).Put(new(new("c"), "last"));
            call.Write(Notes).Remove(new("b"));
            var notes = call.Read(Notes);
            var texts = string.Join(',', notes.All().Select(note => note.Text));
            return (call.Read(Wallets).By(WalletsByOwner, "ada").Count(), texts, notes.Count);
        });
        Assert.Equal((1, "first,last", 2L), seen);
    }

    [Fact]
    public async Task A_removal_tells_what_was_removed_and_what_is_put_again_as_it_was_is_no_change()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Note("a", "old");
        await world.Note("b", "same");
        var last = world.Current.Sequence;
        await world.Do(call =>
        {
            call.Write(Notes).Put(new(new("b"), "same"));
            call.Write(Notes).Put(new(new("a"), "newer"));
            return call.Write(Notes).Remove(new("a"));
        });
        var change = Assert.Single(world.ReadJournal(last + 1, long.MaxValue).SelectMany(commit => commit.In(Notes)));
        Assert.Equal(("a", "old", null), (change.Key, change.Before?.Text, change.After?.Text));
    }

    [Fact]
    public async Task What_is_new_is_written_once_and_not_before_somebody_asks()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Note("a", "text");
        var change = world.ReadJournal(0, long.MaxValue)
            .SelectMany(commit => commit.Changes).Single(change => change.Table == Notes.Name);
        Assert.Equal((false, true, null), (change.WasThere, change.IsThere, change.Before));
        Assert.Equal("""{"Id":"a","Text":"text"}""", System.Text.Encoding.UTF8.GetString(change.After!));
        Assert.Same(change.After, change.After);
    }

    [Fact]
    public async Task A_call_that_throws_changes_nothing()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Put("a", 1);
        var before = world.Current;
        await Assert.ThrowsAsync<ServiceException>(() => world.Do(call =>
        {
            call.Write(Wallets).Put(new(new("a"), "ada", 2));
            call.Schedule("x", call.Now, "s");
            throw new ServiceException("No", "no");
        }));
        Assert.Same(before, world.Current);
    }

    [Fact]
    public async Task A_call_that_changes_nothing_commits_nothing()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Do(call => call.Write(Wallets).Put(new(new("a"), "ada", 1, "x", "y")));
        var before = world.Current;
        await world.Do(call =>
        {
            call.Write(Wallets).Put(new(new("a"), "ada", 1, "x", "y"));
            call.Write(Wallets).Put(new(new("b"), "ada", 1));
            call.Write(Wallets).Remove(new("b"));
        });
        Assert.Same(before, world.Current);
    }

    [Fact]
    public async Task What_a_call_drew_and_did_not_keep_is_not_drawn_again()
    {
        var world = await _worlds.CreateAsync("w");
        var ids = new List<string>();
        var chances = new List<ulong>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await world.Do(call => call.NewId("x")));
            chances.Add(await world.Do(call => call.Random.NextUInt64()));
        }

        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(3, chances.Distinct().Count());
    }

    [Fact]
    public async Task A_call_may_write_to_several_scopes()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Do(call =>
        {
            call.Write(Wallets).Put(new(new("a"), "ada", 1));
            call.Write(Wallets, There).Put(new(new("a"), "bob", 2));
        });
        Assert.Equal(1, world.Current.Coins("a"));
        Assert.Equal(2, world.Current.Coins("a", There));
        Assert.Equal(
            [Scope.Global(Here.Account), Here, There, Scope.Global(There.Account)],
            world.Current.Scopes);
    }

    [Fact]
    public async Task A_table_that_is_not_in_the_blueprint_is_refused()
    {
        await using var worlds = new Worlds(new Blueprint([Notes]), new MemoryStorage(), Settings);
        var world = await worlds.CreateAsync("w");
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Put("a", 1));
    }

    [Fact]
    public async Task Writers_and_readers_that_outlive_their_call_are_refused()
    {
        var world = await _worlds.CreateAsync("w");
        var writer = await world.Do(call => call.Write(Wallets));
        Assert.Throws<InvalidOperationException>(() => writer.Put(new(new("a"), "ada", 1)));
    }

    [Fact]
    public async Task Ids_are_the_same_in_every_run_and_never_twice_the_same()
    {
        async Task<List<string>> Ids(Worlds worlds)
        {
            var world = await worlds.CreateAsync("ids");
            var ids = new List<string>();
            for (var i = 0; i < 20; i++)
            {
                ids.AddRange(await world.Do(call =>
                {
                    call.Write(Wallets).Put(new(call.NewId<WalletId>(), "ada", i));
                    return new[] { call.NewId("vpc"), call.NewId("subnet"), call.Random.NextUInt64().ToString() };
                }));
            }
            ids.AddRange(world.Current.Read(Wallets, Here).All().Select(w => w.Id.Value));
            return ids;
        }

        await using var other = InMemory();
        var first = await Ids(_worlds);
        Assert.Equal(first, await Ids(other));
        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Matches("^vpc-0[0-9a-f]{16}$", first[0]);
    }
}
