using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Stores.Sqlite;

namespace Orrery.Tests.Kernel.Storage;

/// <summary>The store as a long life makes it: commits are settled a few at a time.</summary>
public sealed class SettlingStoreTests : StoreTests
{
    private readonly TestFolder _folder = new();

    public SettlingStoreTests() => Storage =
        new SqliteStorage(_folder.Path, new SqliteSettling(Behind: 3, Commits: 2, Bytes: 1_000_000));

    protected override IStorage Storage { get; }

    [Fact]
    public async Task A_row_that_came_again_and_went_is_seen_as_of_between_also_when_its_first_end_is_settled()
    {
        await using var store = Storage.Create("w", new(7, TestWorlds.Start, ClockMode.Stepped, 1));
        await Append(store, Change(Notes, "a", null, "1"));
        for (var commit = 2; commit <= 5; commit++)
            await Append(store, Change(Notes, $"b{commit}", null, "1"));
        await Append(store, Change(Notes, "a", "1", null));
        await Append(store, Change(Notes, "a", null, "2"));
        await Append(store, Change(Notes, "a", "2", null));
        for (var tip = 9; tip <= 12; tip++)
        {
            await Append(store, Change(Notes, $"b{tip}", null, "1"));
            for (var at = 1; at <= tip; at++)
            {
                Assert.Equal(
                    at is < 6 or 7, store.Scan(Notes, "", 99, at).Any(row => row.Key == "a"));
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
