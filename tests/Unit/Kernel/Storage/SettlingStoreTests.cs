using Orrery.Kernel.Storage;
using Orrery.Stores.Sqlite;

namespace Orrery.Tests.Kernel.Storage;

/// <summary>The store as a long life makes it: commits are settled a few at a time.</summary>
public sealed class SettlingStoreTests : StoreTests
{
    private readonly TestFolder _folder = new();

    public SettlingStoreTests() => Storage =
        new SqliteStorage(_folder.Path, new SqliteSettling(Behind: 3, Commits: 2, Bytes: 1_000_000));

    protected override IStorage Storage { get; }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
