using Orrery.Kernel;
using Orrery.Kernel.Storage;
using Orrery.Stores.Sqlite;

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

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
