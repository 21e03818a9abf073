using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.State;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.State;

public sealed class IndexTests
{
    private static readonly Gen<string> Word = Gen.OneOfConst("", "a", "a\0", "b", "ba", "é");

    private static readonly Gen<WalletRecord> Wallet =
        Gen.Select(Gen.Int[0, 9], Word, Gen.Int, Word.Array[0, 3])
            .Select((id, owner, coins, labels) => new WalletRecord(new($"{id}"), owner, coins, labels));

    [Fact]
    public void An_index_finds_what_a_scan_finds()
    {
        Gen.Select(Wallet, Gen.Bool).Array[0, 60].Sample(
            steps =>
            {
                using var _ = new Life(out var world);
                world.Do(call =>
                {
                    foreach (var (wallet, isRemoval) in steps)
                    {
                        if (isRemoval)
                            call.Write(Wallets).Remove(wallet.Id);
                        else
                            call.Write(Wallets).Put(wallet);
                    }
                }).Wait();
                var wallets = world.Current.Read(Wallets, Here);
                var loaded = world.AsOf(world.Current.Sequence).Read(Wallets, Here);
                foreach (var word in (string[])["", "a", "a\0", "b", "ba", "é", "none"])
                {
                    foreach (var reader in (TableReader<WalletId, WalletRecord>[])[wallets, loaded])
                    {
                        Same(reader, WalletsByOwner, word, wallets.All().Where(w => w.Owner == word));
                        Same(reader, WalletsByLabel, word, wallets.All().Where(w => w.Labels.Contains(word)));
                    }
                }
            },
            iter: 50);
    }

    [Fact]
    public void What_was_walked_once_is_found_as_it_is_after_edits()
    {
        // Many of few words, so that what is walked is long enough to be kept.
        var wallet = Gen.Select(Gen.Int[0, 40], Gen.OneOfConst("a", "b"), Gen.Int, Word.Array[0, 2])
            .Select((id, owner, coins, labels) => new WalletRecord(new($"{id}"), owner, coins, labels));
        Gen.Select(wallet, Gen.Bool).Array[0, 12].Array[1, 12].Sample(
            calls =>
            {
                using var _ = new Life(out var world);
                world.Do(call =>
                {
                    for (var id = 0; id < 30; id++) call.Write(Wallets).Put(new(new($"{id}"), "a", 0, ["b"]));
                }).Wait();
                foreach (var edits in calls)
                {
                    world.Do(call =>
                    {
                        foreach (var (wallet, isRemoval) in edits)
                        {
                            if (isRemoval)
                                call.Write(Wallets).Remove(wallet.Id);
                            else
                                call.Write(Wallets).Put(wallet);
                            if (wallet.Coins % 2 == 0)
                                Compare(call.Read(Wallets));
                        }
                    }).Wait();
                    Compare(world.Current.Read(Wallets, Here));
                }
            },
            iter: 100);

        static void Compare(TableReader<WalletId, WalletRecord> reader)
        {
            foreach (var word in (string[])["a", "b", ""])
            {
                var (owned, labelled) = (reader.By(WalletsByOwner, word), reader.By(WalletsByLabel, word));
                Assert.Equal(reader.All().Where(w => w.Owner == word), owned);
                Assert.Equal(reader.All().Where(w => w.Labels.Contains(word)), labelled);
            }
        }
    }

    [Fact]
    public async Task An_index_of_another_table_is_refused()
    {
        await using var worlds = InMemory();
        var world = await worlds.CreateAsync("w");
        var other = Table<WalletId, WalletRecord>.Resident(
            "test.other", w => w.Id, () => TestJson.Default.WalletRecord);
        var index = other.Index("owner", w => w.Owner);
        Assert.Throws<ArgumentException>(() => world.Current.Read(Wallets, Here).By(index, "a"));
    }

    [Fact]
    public void An_index_comes_too_late_once_the_table_is_in_a_blueprint()
    {
        var table = Table<WalletId, WalletRecord>.Resident("test.late", w => w.Id, () => TestJson.Default.WalletRecord);
        _ = new Blueprint([table]);
        Assert.Throws<InvalidOperationException>(() => table.Index("owner", w => w.Owner));
        Assert.Throws<InvalidOperationException>(() => Notes.Index("text", n => n.Text));
    }

    [Fact]
    public void Two_tables_of_one_name_are_refused()
    {
        var table = Table<WalletId, WalletRecord>.Resident(
            "test.wallets", w => w.Id, () => TestJson.Default.WalletRecord);
        Assert.Throws<ArgumentException>(() => new Blueprint([Wallets, table]));
    }

    private static void Same(
        TableReader<WalletId, WalletRecord> reader,
        Index<WalletId, WalletRecord> index,
        string value,
        IEnumerable<WalletRecord> expected)
    {
        var ids = expected.Select(w => w.Id).ToList();
        Assert.Equal(ids, reader.By(index, value).Select(w => w.Id));
        Assert.Equal(ids.Count, reader.CountBy(index, value));
        Assert.Equal(ids.Count > 0, reader.HasAny(index, value));
    }

    private sealed class Life : IDisposable
    {
        private readonly Worlds _worlds = InMemory();

        public Life(out World world) => world = _worlds.CreateAsync("w").Result;

        public void Dispose() => _worlds.DisposeAsync().AsTask().Wait();
    }
}
