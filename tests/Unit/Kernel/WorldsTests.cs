using System.Text;
using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Stores.Sqlite;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel;

/// <summary>Worlds by name, in memory and in files.</summary>
public sealed class WorldsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<bool> Homes => [false, true];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Homes))]
    public async Task The_same_seed_and_calls_give_the_same_bytes(bool inFiles)
    {
        await Gen.Int.SampleAsync(
            async seed =>
            {
                await using var one = New(inFiles);
                await using var other = InMemory(null, Life.Handlers);
                var first = await one.CreateAsync($"w{Interlocked.Increment(ref Names)}");
                await Life.LiveAsync(first, seed, 30);
                await Life.LiveAsync(await other.CreateAsync("same"), seed, 30);
                Assert.Equal(await Export(other, "same"), await Export(one, first.Name));
            },
            iter: 10,
            threads: 1);
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task Another_seed_gives_other_ids(bool inFiles)
    {
        await using var worlds = New(inFiles);
        await Life.LiveAsync(await worlds.CreateAsync("a"), 1, 10);
        await Life.LiveAsync(await worlds.CreateAsync("b", Settings with { Seed = 8 }), 1, 10);
        Assert.NotEqual(await Export(worlds, "a"), await Export(worlds, "b"));
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task A_fork_at_any_past_commit_equals_the_export_as_of_then(bool inFiles)
    {
        await using var worlds = New(inFiles);
        var world = await worlds.CreateAsync("w");
        await Life.LiveAsync(world, 5, 40);
        for (var at = 1L; at <= world.Current.Sequence; at += 7)
        {
            var fork = await worlds.ForkAsync("w", $"f{at}", at);
            Assert.Equal(await Export(worlds, "w", at), await Export(worlds, fork.Name));
            Assert.Equal(await Export(worlds, "w", at, false), await Export(worlds, fork.Name, null, false));
            var instant = world.AsOf(at).Instant;
            var byInstant = await worlds.ForkAsync("w", $"i{at}", instant);
            Assert.Equal(world.AsOf(instant).Sequence, byInstant.Current.Sequence);
        }
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task A_fork_that_is_told_the_same_becomes_the_same(bool inFiles)
    {
        await using var worlds = New(inFiles);
        var world = await worlds.CreateAsync("w");
        await Life.LiveAsync(world, 1, 10);
        var fork = await worlds.ForkAsync("w", "f");
        await Life.LiveAsync(world, 2, 30);
        await Life.LiveAsync(fork, 2, 30);
        Assert.Equal(await Export(worlds, "w"), await Export(worlds, "f"));
        Assert.Empty(await worlds.DiffAsync("w", "f"));
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task A_fork_and_its_origin_do_not_see_each_other(bool inFiles)
    {
        await using var worlds = New(inFiles);
        var world = await worlds.CreateAsync("w");
        foreach (var id in (string[])["a", "b", "c"])
        {
            await world.Put(id, 1);
            await world.Note(id, "1");
        }
        var fork = await worlds.ForkAsync("w", "f");
        await fork.Put("a", 2);
        await fork.Note("a", "2");
        await fork.Do(call => call.Write(Notes).Remove(new("b")));
        await world.Note("c", "3");
        await world.Do(call => call.Write(Wallets).Remove(new("c")));
        var (mine, theirs) = (world.Current, fork.Current);
        Assert.Equal((1, "1", "1", "3"), (mine.Coins("a"), mine.Text("a"), mine.Text("b"), mine.Text("c")));
        Assert.Equal((2, "2", null, "1"), (theirs.Coins("a"), theirs.Text("a"), theirs.Text("b"), theirs.Text("c")));
        Assert.Equal(2, fork.Current.Read(Notes, Here).Count);
        var differences = (await worlds.DiffAsync("w", "f")).ToList();
        Assert.Equal(
            [
                "test.notes a changed", "test.notes b removed", "test.notes c changed",
                "test.wallets a changed", "test.wallets c added",
            ],
            differences.Select(d => $"{d.Space.Table} {d.Key} {d switch
            {
                { Left: null } => "added",
                { Right: null } => "removed",
                _ => "changed",
            }}"));
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task An_imported_world_is_the_exported_one_with_its_whole_past(bool inFiles)
    {
        await using var worlds = New(inFiles);
        var world = await worlds.CreateAsync("w");
        await Life.LiveAsync(world, 3, 40);
        var export = await Export(worlds, "w");
        var import = await worlds.ImportAsync("i", Bytes(export));
        Assert.Equal(export, await Export(worlds, "i"));
        Assert.Equal(await Export(worlds, "w", 20), await Export(worlds, "i", 20));
        await Life.LiveAsync(world, 4, 10);
        await Life.LiveAsync(import, 4, 10);
        Assert.Equal(await Export(worlds, "w"), await Export(worlds, "i"));
        var bare = await worlds.ImportAsync("bare", Bytes(await Export(worlds, "w", null, false)));
        Assert.Equal(await Export(worlds, "w", null, false), await Export(worlds, "bare"));
        Assert.Throws<HistoryGoneException>(() => bare.AsOf(bare.Current.Sequence - 1));
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task Half_an_export_is_refused_and_leaves_nothing(bool inFiles)
    {
        await using var worlds = New(inFiles);
        await Life.LiveAsync(await worlds.CreateAsync("w"), 3, 20);
        var lines = (await Export(worlds, "w")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var count in (int[])[0, 1, lines.Length / 2, lines.Length - 1])
        {
            var half = Bytes(string.Join('\n', lines.Take(count)));
            await Assert.ThrowsAsync<InvalidDataException>(() => worlds.ImportAsync("i", half));
        }
        Assert.Equal(["w"], worlds.List());
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task A_world_that_is_reset_lives_the_same_life_again(bool inFiles)
    {
        await using var worlds = New(inFiles);
        await Life.LiveAsync(await worlds.CreateAsync("w"), 3, 20);
        var before = await Export(worlds, "w");
        await worlds.ForkAsync("w", "f");
        var again = await worlds.ResetAsync("w");
        Assert.Equal(1, again.Current.Sequence);
        await Life.LiveAsync(again, 3, 20);
        Assert.Equal(before, await Export(worlds, "w"));
        Assert.Equal(before, await Export(worlds, "f"));
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task Worlds_are_listed_made_and_deleted_by_name(bool inFiles)
    {
        await using var worlds = New(inFiles);
        var opened = new List<string>();
        worlds.Opened += world => opened.Add(world.Name);
        var first = await worlds.GetOrCreateAsync("b");
        Assert.Same(first, await worlds.GetOrCreateAsync("b"));
        await worlds.ForkAsync("b", "a");
        Assert.Equal(["a", "b"], worlds.List());
        await Assert.ThrowsAsync<WorldExistsException>(() => worlds.CreateAsync("a"));
        await Assert.ThrowsAsync<WorldExistsException>(() => worlds.ForkAsync("a", "b"));
        await Assert.ThrowsAsync<UnknownWorldException>(() => worlds.GetAsync("c"));
        await Assert.ThrowsAsync<ArgumentException>(() => worlds.CreateAsync("../c"));
        await worlds.DeleteAsync("b");
        await worlds.DeleteAsync("a");
        Assert.Empty(worlds.List());
        Assert.Equal(["b", "a"], opened);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.Put("a", 1));
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        string export, fork;
        await using (var worlds = New(true))
        {
            await Life.LiveAsync(await worlds.CreateAsync("w"), 3, 40);
            await Life.LiveAsync(await worlds.ForkAsync("w", "f", 20), 4, 20);
            await Life.LiveAsync(await worlds.ForkAsync("f", "g", 12), 5, 10);
            await worlds.DeleteAsync("w");
            (export, fork) = (await Export(worlds, "f"), await Export(worlds, "g"));
        }
        await using var again = New(true);
        Assert.Equal(["f", "g"], again.List());
        Assert.Equal(export, await Export(again, "f"));
        Assert.Equal(fork, await Export(again, "g"));
    }

    [Theory, MemberData(nameof(Homes))]
    public async Task The_past_can_be_read(bool inFiles)
    {
        await using var worlds = New(inFiles);
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 1);
        await world.Note("a", "1");
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await world.Put("a", 2);
        await world.Note("a", "2");
        var past = world.AsOf(Start.AddHours(12));
        Assert.Equal((1, "1"), (past.Coins("a"), past.Text("a")));
        Assert.Equal((2, "2"), (world.Current.Coins("a"), world.Current.Text("a")));
        var then = world.Query(Info(world), call => (call.Now, call.Read(Notes).Find(new("a"))!.Text), past);
        Assert.Equal((Start, "1"), then);
    }

    private static int Names;

    private Worlds New(bool inFiles) =>
        new(Blueprint(Life.Handlers), inFiles ? new SqliteStorage(_folder.Path) : new MemoryStorage(), Settings);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Export(Worlds worlds, string name, long? at = null, bool history = true)
    {
        using var stream = new MemoryStream();
        await worlds.ExportAsync(name, stream, new() { At = at, History = history });
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
