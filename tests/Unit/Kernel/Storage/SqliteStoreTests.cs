using Orrery.Kernel.Storage;
using Orrery.Stores.Sqlite;

namespace Orrery.Tests.Kernel.Storage;

public sealed class SqliteStoreTests : StoreTests
{
    private readonly TestFolder _folder = new();

    public SqliteStoreTests() => Storage = new SqliteStorage(_folder.Path);

    protected override IStorage Storage { get; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
