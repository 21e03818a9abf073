using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.Storage.StoreTests;
using static Orrery.Tests.Kernel.TestWorlds;
using Rows = System.Collections.Generic.SortedDictionary<string, string>;

namespace Orrery.Tests.Kernel.Storage;

/// <summary>One random life of a store and its forks, beside a model of it.</summary>
internal sealed class StoreModelRun(IStorage storage, string name, SeededRandom random)
{
    private static readonly Space[] Spaces =
        [new("test.notes", Here), new("test.notes", There), new("test.other", Here)];

    private readonly List<Life> _lives = [];

    public int Refused { get; private set; }

    public int Forks { get; private set; }

    public int Forgotten { get; private set; }

    public void Run(int steps)
    {
        var header = new StoreHeader(1, Start, Orrery.Kernel.Time.ClockMode.Stepped, 1);
        _lives.Add(new(name, storage.Create(name, header), [Empty()]));
        for (var i = 0; i < steps; i++)
        {
            var life = _lives[random.Next(_lives.Count)];
            var dice = random.Next(20);
            if (dice < 12)
                Commit(life);
            else if (dice == 12)
                CommitStale(life);
            else if (dice == 13 && _lives.Count < 5)
                Fork(life);
            else if (dice == 14)
                Compact(life);
            else if (dice == 15)
                Reopen(life);
            else
                Check(life, life.Oldest + random.Next((int)(life.Tip - life.Oldest) + 1));
        }
        foreach (var life in _lives)
        {
            Check(life, life.Tip);
            Check(life, life.Oldest);
            CheckJournal(life);
            life.Store.DisposeAsync().AsTask().Wait();
        }
    }

    private static Dictionary<Space, Rows> Empty() =>
        Spaces.ToDictionary(space => space, _ => new Rows(Comparer<string>.Create(KeyOrder.Compare)));

    private static Dictionary<Space, Rows> Copy(Dictionary<Space, Rows> rows) =>
        rows.ToDictionary(entry => entry.Key, entry => new Rows(entry.Value, entry.Value.Comparer));

    private void Commit(Life life)
    {
        var commits = random.Next(3) + 1;
        var rows = life.States[^1];
        var versions = life.Store.Versions(life.Tip);
        var batch = new List<Commit>();
        for (var c = 0; c < commits; c++)
        {
            rows = Copy(rows);
            var changes = new Dictionary<(Space, string), RowChange>();
            for (var i = random.Next(6) + 1; i > 0; i--)
            {
                var space = Spaces[random.Next(Spaces.Length)];
                var key = $"k{random.Next(12)}";
                if (changes.ContainsKey((space, key)))
                    continue;
                var before = rows[space].GetValueOrDefault(key);
                var after = before is not null && random.Next(3) == 0 ? null : $"v{random.Next(1000)}";
                changes.Add((space, key), Change(space, key, before, after));
                if (after is null)
                    rows[space].Remove(key);
                else
                    rows[space][key] = after;
            }
            life.States.Add(rows);
            batch.Add(CommitOf(life.Tip, [.. changes.Values]));
        }
        var expected = batch.SelectMany(commit => commit.Scopes).Distinct()
            .ToDictionary(scope => scope, scope => versions.GetValueOrDefault(scope));
        Assert.Equal(batch[0].Sequence, life.Store.CompareAndSwapAsync(expected, batch).Result);
    }

    private void CommitStale(Life life)
    {
        var version = life.Store.Versions(life.Tip).GetValueOrDefault(Here);
        var commit = CommitOf(life.Tip + 1, Change(Spaces[0], "stale", null, "stale"));
        var expected = new Dictionary<Scope, long> { [Here] = version + 1 };
        Assert.Throws<StoreConflictException>(() =>
        {
            life.Store.CompareAndSwapAsync(expected, [commit]).GetAwaiter().GetResult();
        });
        Refused++;
    }

    private void Fork(Life life)
    {
        var at = random.Next(2) == 0 ? life.Tip : life.Oldest + random.Next((int)(life.Tip - life.Oldest) + 1);
        var fork = $"{name}-{_lives.Count}";
        var store = storage.Fork(life.Name, fork, at);
        _lives.Add(new(fork, store, [.. life.States.Take((int)at + 1)]));
        Forks++;
    }

    private void Compact(Life life)
    {
        var oldest = life.Oldest + random.Next((int)(life.Tip - life.Oldest) + 1);
        life.Store.CompactAsync(oldest).Wait();
        Assert.InRange(life.Oldest, 0, oldest);
        if (life.Oldest > 0)
            Assert.Throws<HistoryGoneException>(() => life.Store.Count(Spaces[0], life.Oldest - 1));
        Forgotten++;
    }

    private void Reopen(Life life)
    {
        life.Store.DisposeAsync().AsTask().Wait();
        life.Store = storage.Open(life.Name);
    }

    private void Check(Life life, long at)
    {
        foreach (var space in Spaces)
        {
            var rows = life.States[(int)at][space];
            var all = life.Store.Scan(space, "", 1000, at);
            Assert.Equal(
                rows.Select(row => $"{row.Key}={row.Value}"),
                all.Select(row => $"{row.Key}={Text(row.Json)}"));
            Assert.Equal(rows.Count, life.Store.Count(space, at));
            var from = $"k{random.Next(12)}";
            var limit = random.Next(5) + 1;
            Assert.Equal(
                rows.Keys.Where(key => KeyOrder.Compare(key, from) >= 0).Take(limit),
                life.Store.Scan(space, from, limit, at).Select(row => row.Key));
            Assert.Equal(rows.GetValueOrDefault(from), Text(life.Store.Find(space, from, at)));
        }
    }

    private static void CheckJournal(Life life)
    {
        var oldest = life.Store.Oldest;
        var told = life.Store.Journal(0, life.Tip).ToList();
        Assert.Equal(Enumerable.Range((int)oldest + 1, (int)(life.Tip - oldest)), told.Select(c => (int)c.Sequence));
        var versions = life.Store.Versions(oldest).ToDictionary();
        foreach (var commit in told)
        {
            foreach (var change in commit.Changes)
            {
                var before = life.States[(int)commit.Sequence - 1][change.Space].GetValueOrDefault(change.Key);
                var after = life.States[(int)commit.Sequence][change.Space].GetValueOrDefault(change.Key);
                Assert.Equal((before, after), (Text(change.Before), Text(change.After)));
                versions[change.Scope] = commit.Sequence;
            }
            Assert.Equal(versions.OrderBy(v => v.Key), life.Store.Versions(commit.Sequence).OrderBy(v => v.Key));
        }
    }

    private sealed class Life(string name, IStore store, List<Dictionary<Space, Rows>> states)
    {
        public string Name => name;

        public IStore Store { get; set; } = store;

        public List<Dictionary<Space, Rows>> States => states;

        public long Tip => states.Count - 1;

        public long Oldest => Store.Oldest;
    }
}
