using System.Text;
using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Storage;

/// <summary>What every store has to do. Each kind of store runs all of it.</summary>
public abstract class StoreTests : IAsyncDisposable
{
    protected static readonly Space Notes = new("test.notes", Here);

    protected abstract IStorage Storage { get; }

    public virtual async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_store_stands_at_its_start()
    {
        await using var store = New();
        Assert.Equal(new StoreTip(0, Start), store.ReadTip());
        Assert.Equal(0, store.Oldest);
        Assert.Empty(store.Spaces());
        Assert.Empty(store.Journal(0, 100));
        Assert.Null(store.Find(Notes, "a", 0));
    }

    [Fact]
    public async Task A_batch_on_a_moved_scope_is_refused_whole()
    {
        await using var store = New();
        await Append(store, Change(Notes, "a", null, "1"));
        var stale = new Dictionary<Scope, long> { [Here] = 0 };
        Commit[] batch = [CommitOf(2, Change(new("test.notes", There), "b", null, "2"))];
        var refused = await Assert.ThrowsAsync<StoreConflictException>(() => store.CompareAndSwapAsync(stale, batch));
        Assert.Equal(Here, refused.Scope);
        Assert.Equal(1, store.ReadTip().Sequence);
        Assert.Null(store.Find(new("test.notes", There), "b", 1));
    }

    [Fact]
    public async Task Commits_in_other_scopes_make_a_batch_come_later_but_do_not_refuse_it()
    {
        await using var store = New();
        await Append(store, Change(Notes, "a", null, "1"));
        Commit[] batch = [CommitOf(1, Change(new("test.notes", There), "b", null, "2"))];
        var first = await store.CompareAndSwapAsync(new Dictionary<Scope, long> { [There] = 0 }, batch);
        Assert.Equal(2, first);
        Assert.Equal([1L, 2L], store.Journal(1, 2).Select(commit => commit.Sequence));
        Assert.Equal(2, store.Versions(2)[There]);
        Assert.Equal(1, store.Versions(2)[Here]);
    }

    [Fact]
    public async Task The_journal_tells_before_and_after_in_the_order_of_the_call()
    {
        await using var store = New();
        await Append(store, Change(Notes, "b", null, "1"), Change(Notes, "a", null, "2"));
        await Append(store, Change(Notes, "b", "1", "3"));
        await Append(store, Change(Notes, "b", "3", null));
        var journal = store.Journal(1, 3).ToList();
        Assert.Equal(["b:->1", "a:->2"], journal[0].Changes.Select(Told));
        Assert.Equal(["b:1->3"], journal[1].Changes.Select(Told));
        Assert.Equal(["b:3->"], journal[2].Changes.Select(Told));
        Assert.Equal(Caller.Root(Here.Account), journal[2].Caller);
        Assert.Equal(("test:Do", "request-3"), (journal[2].Operation, journal[2].RequestId));
    }

    [Fact]
    public async Task Keys_are_ordered_by_code_point()
    {
        await using var store = New();
        string[] keys = ["", "a", "a\0", "a\u0001", "ab", "b", "é", "\uE000", "\uFFFD", "\U0001F600"];
        await Append(store, [.. keys.Reverse().Select(key => Change(Notes, key, null, "1"))]);
        Assert.Equal(keys, store.Scan(Notes, "", 100, 1).Select(row => row.Key));
        Assert.Equal(keys[6..], store.Scan(Notes, "c", 100, 1).Select(row => row.Key));
    }

    [Fact]
    public async Task An_instant_finds_the_last_commit_at_or_before_it()
    {
        await using var store = New();
        for (var i = 1; i <= 9; i++)
            await Append(store, Change(Notes, "a", i == 1 ? null : $"{i - 1}", $"{i}"));
        for (var i = 1; i <= 9; i++)
        {
            Assert.Equal(i, store.ReadTip(Start.AddSeconds(i)).Sequence);
            Assert.Equal(i, store.ReadTip(Start.AddSeconds(i + 0.5)).Sequence);
        }
        Assert.Equal(0, store.ReadTip(Start.AddYears(-1)).Sequence);
    }

    [Fact]
    public async Task Forgotten_history_is_refused_and_the_rest_stays()
    {
        await using var store = New();
        for (var i = 1; i <= 9; i++)
            await Append(store, Change(Notes, "a", i == 1 ? null : $"{i - 1}", $"{i}"));
        await store.CompactAsync(5);
        Assert.Equal(5, store.Oldest);
        Assert.Equal("5", Text(store.Find(Notes, "a", 5)));
        Assert.Equal("7", Text(store.Find(Notes, "a", 7)));
        Assert.Equal(5, store.Versions(5)[Here]);
        Assert.Equal([6L, 7L, 8L, 9L], store.Journal(1, 9).Select(commit => commit.Sequence));
        Assert.Equal("a:5->6", Told(store.Journal(6, 6).Single().Changes[0]));
        Assert.Throws<HistoryGoneException>(() => store.Find(Notes, "a", 4));
        Assert.Throws<HistoryGoneException>(() => store.ReadTip(4));
    }

    [Fact]
    public async Task A_fork_keeps_what_it_shares_when_its_origin_forgets_or_is_deleted()
    {
        var store = New();
        for (var i = 1; i <= 9; i++)
            await Append(store, Change(Notes, "a", i == 1 ? null : $"{i - 1}", $"{i}"));
        await using (var fork = Storage.Fork("w", "f", 4))
        {
            await store.CompactAsync(8);
            Assert.Equal("4", Text(fork.Find(Notes, "a", 4)));
            Assert.Equal(4, fork.Versions(4)[Here]);
            await Append(fork, Change(Notes, "a", "4", "other"));
            Assert.Equal("a:4->other", Told(fork.Journal(5, 5).Single().Changes[0]));
        }
        await store.DisposeAsync();
        Storage.Delete("w");
        Assert.Equal(["f"], Storage.List());
        await using var again = Storage.Open("f");
        Assert.Equal("other", Text(again.Find(Notes, "a", 5)));
        Assert.Equal("4", Text(again.Find(Notes, "a", 4)));
    }

    [Fact]
    public async Task A_deleted_name_can_be_used_again()
    {
        await using (var store = New())
        {
            await Append(store, Change(Notes, "a", null, "1"));
            await Storage.Fork("w", "f", 1).DisposeAsync();
        }
        Storage.Delete("w");
        await using (var store = New())
            Assert.Null(store.Find(Notes, "a", store.ReadTip().Sequence));
        Assert.Throws<WorldExistsException>(New);
        Storage.Delete("f");
        Storage.Delete("w");
        Assert.Empty(Storage.List());
        Assert.Throws<UnknownWorldException>(() => Storage.Open("w"));
    }

    /// <summary>
    /// Random commits, forks (of the tip, of the past, of forks), reads as of any commit, stale batches, compaction,
    /// stores closed and opened, held against plain dictionaries that are copied at every commit.
    /// </summary>
    [Fact]
    public void A_store_does_what_its_model_does()
    {
        int refused = 0, forks = 0, forgotten = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var run = new StoreModelRun(Storage, $"m{seed}-{Guid()}", new SeededRandom((ulong)seed));
                run.Run(60);
                Interlocked.Add(ref refused, run.Refused);
                Interlocked.Add(ref forks, run.Forks);
                Interlocked.Add(ref forgotten, run.Forgotten);
            },
            iter: 12,
            threads: 1);
        Assert.True(refused > 0 && forks > 0 && forgotten > 0, $"{refused} {forks} {forgotten}");
    }

    private static int Names;

    private static int Guid() => Interlocked.Increment(ref Names);

    private IStore New() => Storage.Create("w", new(7, Start, Orrery.Kernel.Time.ClockMode.Stepped, 1));

    internal static string? Text(byte[]? json) => json is null ? null : Encoding.UTF8.GetString(json).Trim('"');

    internal static string Told(RowChange change) => $"{change.Key}:{Text(change.Before)}->{Text(change.After)}";

    internal static RowChange Change(Space space, string key, string? before, string? after) =>
        new(space.Table, space.Scope, key, Json(before), Json(after));

    internal static Commit CommitOf(long sequence, params RowChange[] changes) =>
        new(
            sequence, Start.AddSeconds(sequence), Caller.Root(Here.Account), $"request-{sequence}", "test:Do", changes);

    internal static Task<long> Append(IStore store, params RowChange[] changes)
    {
        var tip = store.ReadTip().Sequence;
        var versions = store.Versions(tip);
        var expected = changes.Select(change => change.Scope).Distinct()
            .ToDictionary(scope => scope, scope => versions.GetValueOrDefault(scope));
        return store.CompareAndSwapAsync(expected, [CommitOf(tip + 1, changes)]);
    }

    private static byte[]? Json(string? text) => text is null ? null : Encoding.UTF8.GetBytes($"\"{text}\"");
}
