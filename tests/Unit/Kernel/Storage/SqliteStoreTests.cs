using Microsoft.Data.Sqlite;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Stores.Sqlite;
using SQLitePCL;

namespace Orrery.Tests.Kernel.Storage;

public sealed class SqliteStoreTests : StoreTests
{
    private readonly TestFolder _folder = new();

    public SqliteStoreTests() => Storage = new SqliteStorage(_folder.Path);

    protected override IStorage Storage { get; }

    [Fact]
    public async Task A_file_whose_rows_lie_in_the_order_of_their_keys_is_used_on()
    {
        await using (var worlds = new Worlds(TestWorlds.Blueprint(), Storage, TestWorlds.Settings))
        {
            await (await worlds.CreateAsync("old")).Note("a", "first");
        }
        var path = Directory.GetFiles(_folder.Path, "*" + SqliteFile.Extension).Single();
        using (var session = new SqliteSession(path))
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
        var path = Directory.GetFiles(_folder.Path, "*" + SqliteFile.Extension).Single();
        using (var session = new SqliteSession(path))
        {
            session.Script("""
                INSERT INTO past SELECT space, key, since, seq, json FROM changes WHERE since IS NOT NULL;
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
        var storage = new SqliteStorage(_folder.Path, new SqliteSettling(Behind: 0, Step: 1));
        await using var worlds = new Worlds(TestWorlds.Blueprint(), storage, TestWorlds.Settings);
        var world = await worlds.CreateAsync("long");
        for (var time = 0; time < 300; time++)
            await world.Note("a", $"{time}");
        using var connection = new SqliteConnection(
            $"Data Source={Directory.GetFiles(_folder.Path, "*" + SqliteFile.Extension).Single()};Pooling=False");
        connection.Open();
        raw.sqlite3_prepare_v2(connection.Handle!, SqliteLayer.ScanSql, out var scan);
        using (scan)
        {
            raw.sqlite3_bind_int64(scan, 1, SpaceOf(connection));
            raw.sqlite3_bind_text(scan, 2, "");
            raw.sqlite3_bind_int64(scan, 3, world.Current.Sequence);
            raw.sqlite3_bind_int64(scan, 4, 32);
            var rows = 0;
            while (raw.sqlite3_step(scan) == raw.SQLITE_ROW)
                rows++;
            Assert.Equal(1, rows);
            Assert.InRange(raw.sqlite3_stmt_status(scan, raw.SQLITE_STMTSTATUS_VM_STEP, 0), 1, 200);
        }
    }

    private static long SpaceOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT space FROM past GROUP BY space ORDER BY count(*) DESC LIMIT 1";
        return (long)command.ExecuteScalar()!;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
