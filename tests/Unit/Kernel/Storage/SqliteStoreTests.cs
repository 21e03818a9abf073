using Microsoft.Data.Sqlite;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Stores.Sqlite;
using SQLitePCL;

namespace Orrery.Tests.Kernel.Storage;

public sealed class SqliteStoreTests : StoreTests
{
    private readonly TestFolder _folder = new();

    public SqliteStoreTests() => Storage = new SqliteStorage(_folder.Path);

    protected override IStorage Storage { get; }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_let_go()
    {
        await using (var worlds = new Worlds(TestWorlds.Blueprint(), Storage, TestWorlds.Settings))
        {
            await (await worlds.CreateAsync("w")).Note("a", "first");
        }
        using (var session = new SqliteSession(OnlyFile))
            session.Script("DROP VIEW records; DROP VIEW journal; DROP TABLE log");
        Assert.Throws<SqliteException>(() => Storage.Open("w"));
        Storage.Delete("w");
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task A_file_whose_rows_lie_in_the_order_of_their_keys_is_used_on()
    {
        await using (var worlds = new Worlds(TestWorlds.Blueprint(), Storage, TestWorlds.Settings))
        {
            await (await worlds.CreateAsync("old")).Note("a", "first");
        }
        using (var session = new SqliteSession(OnlyFile))
        {
            session.Script("""
                DROP VIEW records;
                CREATE TABLE rows (
                    space INTEGER NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, json TEXT,
                    PRIMARY KEY (space, key)) WITHOUT ROWID;
                INSERT INTO rows SELECT * FROM live;
                DROP TABLE live;
                ALTER TABLE rows RENAME TO live;
                """);
        }
        await using var again =
            new Worlds(TestWorlds.Blueprint(), new SqliteStorage(_folder.Path), TestWorlds.Settings);
        var world = await again.GetAsync("old");
        var before = world.Current.Sequence;
        Assert.Equal("first", world.Current.Text("a"));
        await world.Note("a", "second");
        await world.Note("b", "new");
        var stored = world.AsOf(world.Current.Sequence);
        Assert.Equal(("second", "new"), (stored.Text("a"), stored.Text("b")));
        Assert.Equal("first", world.AsOf(before).Text("a"));
    }

    [Fact]
    public async Task A_file_that_put_superseded_rows_among_the_past_at_once_is_used_on()
    {
        await using (var worlds = new Worlds(TestWorlds.Blueprint(), Storage, TestWorlds.Settings))
        {
            var made = await worlds.CreateAsync("old");
            await made.Note("a", "first");
            await made.Note("a", "second");
        }
        using (var session = new SqliteSession(OnlyFile))
        {
            session.Script(ToVersion2 + """
                DROP TABLE tail;
                ALTER TABLE changes DROP COLUMN since;
                ALTER TABLE changes DROP COLUMN json;
                DELETE FROM meta WHERE name = 'settled';
                PRAGMA user_version = 0;
                """);
        }
        await using var again =
            new Worlds(TestWorlds.Blueprint(), new SqliteStorage(_folder.Path), TestWorlds.Settings);
        var world = await again.GetAsync("old");
        var before = world.Current.Sequence;
        await world.Note("a", "third");
        Assert.Equal("first", world.AsOf(before - 1).Text("a"));
        Assert.Equal("second", world.AsOf(before).Text("a"));
        Assert.Equal("third", world.AsOf(world.Current.Sequence).Text("a"));
    }

    [Fact]
    public async Task A_scan_at_the_tip_walks_nothing_that_was_superseded()
    {
        var tip = 0L;
        await using (var worlds = new Worlds(TestWorlds.Blueprint(), Storage, TestWorlds.Settings))
        {
            var world = await worlds.CreateAsync("long");
            for (var time = 0; time < 300; time++)
                await world.Note("a", $"{time}");
            tip = world.Current.Sequence;
        }
        using (var session = new SqliteSession(OnlyFile))
            session.Script(ToVersion2);
        using var connection = new SqliteConnection(
            $"Data Source={OnlyFile};Pooling=False");
        connection.Open();
        raw.sqlite3_prepare_v2(connection.Handle!, SqliteLayer.ScanSql, out var scan);
        using (scan)
        {
            raw.sqlite3_bind_int64(scan, 1, SpaceOf(connection));
            raw.sqlite3_bind_text(scan, 2, "");
            raw.sqlite3_bind_int64(scan, 3, tip);
            raw.sqlite3_bind_int64(scan, 4, 32);
            var rows = 0;
            while (raw.sqlite3_step(scan) == raw.SQLITE_ROW)
                rows++;
            Assert.Equal(1, rows);
            Assert.InRange(raw.sqlite3_stmt_status(scan, raw.SQLITE_STMTSTATUS_VM_STEP, 0), 1, 200);
        }
    }

    [Fact]
    public async Task A_file_that_kept_superseded_rows_with_their_changes_is_used_on()
    {
        await using (var worlds = new Worlds(TestWorlds.Blueprint(), Storage, TestWorlds.Settings))
        {
            var made = await worlds.CreateAsync("old");
            await made.Note("a", "first");
            await made.Note("a", "second");
        }
        using (var session = new SqliteSession(OnlyFile))
        {
            session.Script(ToVersion2 + """
                UPDATE changes SET since = (
                    SELECT past.seq FROM past
                    WHERE past.space = changes.space AND past.key = changes.key AND until = changes.seq);
                UPDATE changes SET json = (
                    SELECT past.json FROM past WHERE past.space = changes.space AND past.key = changes.key
                        AND past.seq = since) WHERE since IS NOT NULL;
                DELETE FROM past;
                DROP TABLE tail;
                UPDATE meta SET value = 0 WHERE name = 'settled';
                PRAGMA user_version = 1;
                """);
        }
        await using var again =
            new Worlds(TestWorlds.Blueprint(), new SqliteStorage(_folder.Path), TestWorlds.Settings);
        var world = await again.GetAsync("old");
        var before = world.Current.Sequence;
        await world.Note("a", "third");
        Assert.Equal("first", world.AsOf(before - 1).Text("a"));
        Assert.Equal("second", world.AsOf(before).Text("a"));
        Assert.Equal("third", world.AsOf(world.Current.Sequence).Text("a"));
    }

    [Fact]
    public async Task A_file_whose_journal_lies_in_tables_of_its_own_is_used_on_also_what_was_not_settled()
    {
        await using (var store = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1)))
        {
            await Append(store, Change(Notes, "a", null, "1"), Change(Notes, "gone", null, "1"));
            await Append(store, Change(Notes, "a", "1", "2"), Change(Notes, "gone", "1", null));
            await Append(store, Change(Notes, "a", "2", "3"));
        }
        using (var session = new SqliteSession(OnlyFile))
        {
            session.Script(ToVersion2 + """
                INSERT INTO tail VALUES (4, '2026-01-02T00:00:00.0000000Z', 'test:Do', 'request-4',
                    (SELECT caller FROM commits LIMIT 1),
                    json_array(json_array((SELECT id FROM spaces WHERE tbl = 'test.notes'), 'a', '4', json('true'))));
                PRAGMA user_version = 2;
                """);
        }
        await using var storage = new SqliteStorage(_folder.Path);
        await using var again = storage.Open("w");
        for (var commit = 5; commit <= 6; commit++)
            await Append(again, Change(Notes, "a", $"{commit - 1}", $"{commit}"));
        for (var at = 1; at <= 6; at++)
        {
            Assert.Equal($"{at}", Text(again.Find(Notes, "a", at)));
            Assert.Equal(at == 1 ? 2 : 1, again.Count(Notes, at));
            Assert.Equal(at, again.Versions(at)[Notes.Scope]);
        }
        Assert.Equal(
            ["a:->1 gone:->1", "a:1->2 gone:1->", "a:2->3", "a:3->4", "a:4->5", "a:5->6"],
            again.Journal(1, 6).Select(commit => string.Join(' ', commit.Changes.Select(Told))));
        await using var fork = storage.Fork("w", "f", 2);
        await again.CompactAsync(5);
        Assert.Equal(("2", "5"), (Text(fork.Find(Notes, "a", 2)), Text(again.Find(Notes, "a", 5))));
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_tail_is_there_when_the_file_is_opened_again()
    {
        using var other = new TestFolder();
        await using (var store = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1)))
        {
            await Append(store, Change(Notes, "a", null, "1"), Change(Notes, "gone", null, "1"));
            await Append(store, Change(Notes, "a", "1", "2"), Change(Notes, "gone", "1", null));
            foreach (var file in Directory.GetFiles(_folder.Path))
                File.Copy(file, Path.Combine(other.Path, Path.GetFileName(file)));
        }
        await using var storage = new SqliteStorage(other.Path);
        await using var again = storage.Open("w");
        Assert.Equal(2, again.ReadTip().Sequence);
        Assert.Equal(("1", "2"), (Text(again.Find(Notes, "a", 1)), Text(again.Find(Notes, "a", 2))));
        Assert.Equal(["a", "gone"], again.Scan(Notes, "", 9, 1).Select(row => row.Key));
        Assert.Equal(["a"], again.Scan(Notes, "", 9, 2).Select(row => row.Key));
        Assert.Equal(["a:1->2", "gone:1->"], again.Journal(2, 2).Single().Changes.Select(Told));
        Assert.Equal(2, again.Versions(2)[Notes.Scope]);
        Assert.Equal(2, await Append(again, Change(Notes, "b", null, "1")) - 1);
    }

    [Fact]
    public async Task Two_processes_that_share_a_file_see_what_the_other_committed()
    {
        await using var mine = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1));
        await Append(mine, Change(Notes, "a", null, "1"));
        await using var elsewhere = new SqliteStorage(_folder.Path);
        await using var theirs = elsewhere.Open("w");
        for (var i = 1; i < 9; i++)
        {
            var (one, other) = i % 2 == 1 ? (theirs, mine) : (mine, theirs);
            var space = new Space($"test.s{i}", TestWorlds.Here);
            Assert.Null(other.Find(space, "s", i));
            await Append(
                one, Change(Notes, "a", $"{i}", $"{i + 1}"), Change(Notes, $"b{i}", null, "1"),
                Change(space, "s", null, "1"));
            var stale = new Dictionary<Scope, long> { [Notes.Scope] = i };
            await Assert.ThrowsAsync<StoreConflictException>(() =>
                other.CompareAndSwapAsync(stale, [CommitOf(i + 1, Change(Notes, "a", $"{i}", "stale"))]));
            Assert.Equal(i + 1, other.ReadTip().Sequence);
            Assert.Equal($"{i + 1}", Text(other.Find(Notes, "a", i + 1)));
            Assert.Equal($"a:{i}->{i + 1}", Told(other.Journal(i + 1, i + 1).Single().Changes[0]));
            Assert.Equal(i + 1, other.Scan(Notes, "", 99, i + 1).Count);
            Assert.Equal("1", Text(other.Find(space, "s", i + 1)));
            Assert.Contains(space, other.Spaces());
        }
        for (var at = 1; at <= 9; at++)
            Assert.Equal(($"{at}", $"{at}"), (Text(mine.Find(Notes, "a", at)), Text(theirs.Find(Notes, "a", at))));
    }

    [Fact]
    public async Task A_world_that_another_process_has_open_is_not_deleted()
    {
        await using (var theirs = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1)))
        {
            await Append(theirs, Change(Notes, "a", null, "1"));
            await using var mine = new SqliteStorage(_folder.Path);
            Assert.Throws<WorldInUseException>(() => mine.Delete("w"));
            await Append(theirs, Change(Notes, "b", null, "1"));
        }
        await using var elsewhere = new SqliteStorage(_folder.Path);
        Assert.Equal(["w"], new SqliteStorage(_folder.Path).List());
        elsewhere.Delete("w");
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_no_world_is_named()
    {
        var path = Path.Combine(_folder.Path, "junk" + SqliteFile.Extension);
        File.WriteAllText(path, "not a database, and longer than the head of one would be: " + new string('x', 200));
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => new SqliteStorage(_folder.Path)).Message);
        File.WriteAllText(path, "");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => new SqliteStorage(_folder.Path)).Message);
    }

    [Fact]
    public async Task A_person_with_sqlite3_sees_what_lies_in_the_tail()
    {
        await using var store = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1));
        await Append(store, Change(Notes, "a", null, "1"), Change(Notes, "b", null, "1"));
        await Storage.Fork("w", "f", 1).DisposeAsync();
        await Append(store, Change(Notes, "a", "1", "2"), Change(Notes, "\"c\\", null, "3"));
        await Append(store, Change(Notes, "b", "1", null));
        var path = Path.Combine(_folder.Path, "w" + SqliteFile.Extension);
        using var session = new SqliteSession(path);
        Assert.Equal(
            ["\"c\\=\"3\" at 2", "a=\"2\" at 2"],
            session.Rows(
                "SELECT key, json, seq FROM records WHERE tbl = 'test.notes' ORDER BY key",
                row => $"{row.GetString(0)}={row.GetString(1)} at {row.GetInt64(2)}"));
        Assert.Equal(
            ["1 a", "1 b", "2 \"c\\", "2 a", "3 b"],
            session.Rows("SELECT seq, key FROM journal ORDER BY 1, 2", row => $"{row.GetInt64(0)} {row.GetString(1)}"));
    }

    [Fact]
    public async Task Messages_that_came_and_went_are_not_walked_over()
    {
        await using var store = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1));
        for (var i = 0; i < 200; i++)
        {
            await Append(store, Change(Notes, $"m{i:000}", null, "1"));
            await Append(store, Change(Notes, $"m{i:000}", "1", null));
        }
        await Append(store, Change(Notes, "n", null, "1"));
        Assert.Equal(["n"], store.Scan(Notes, "", 10, 401).Select(row => row.Key));
        Assert.Equal(["m199"], store.Scan(Notes, "", 10, 399).Select(row => row.Key));
        Assert.Equal((1, 1, 0), (store.Count(Notes, 401), store.Count(Notes, 399), store.Count(Notes, 400)));
    }

    /// <summary>
    /// Makes of a file, in which all is settled, one of version 2, where the past told what became of a row with each
    /// commit, and the journal lay in two tables.
    /// </summary>
    private const string ToVersion2 = """
        DROP VIEW records;
        DROP VIEW journal;
        INSERT INTO commits SELECT seq, instant, operation, request, caller FROM log;
        INSERT INTO changes (seq, ordinal, space, key)
            SELECT seq, change.key, change.value ->> 0, change.value ->> 1 FROM log, json_each(log.changes) AS change;
        DROP TABLE past;
        CREATE TABLE past (
            space INTEGER NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, until INTEGER NOT NULL, json TEXT,
            PRIMARY KEY (space, key, seq)) WITHOUT ROWID;
        CREATE INDEX past_until ON past (space, until);
        INSERT INTO past SELECT space, key, seq, until, json FROM (
            SELECT change.value ->> 0 AS space, change.value ->> 1 AS key, seq, change.value -> 2 AS json,
                lead(seq) OVER (PARTITION BY change.value ->> 0, change.value ->> 1 ORDER BY seq) AS until
            FROM log, json_each(log.changes) AS change)
            WHERE until IS NOT NULL AND json <> 'null';
        INSERT OR IGNORE INTO versions
            SELECT DISTINCT scope, seq FROM changes JOIN spaces ON id = space;
        DELETE FROM log;
        ALTER TABLE log RENAME TO tail;
        DROP TABLE settlings;
        ALTER TABLE pins DROP COLUMN floor;
        DELETE FROM meta WHERE name = 'fine';

        """;

    private string OnlyFile => Directory.GetFiles(_folder.Path, "*" + SqliteFile.Extension).Single();

    private static long SpaceOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM spaces WHERE tbl = 'test.notes'";
        return (long)command.ExecuteScalar()!;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
