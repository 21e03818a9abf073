using Orrery.Kernel.State;

namespace Orrery.Tests.Kernel;

/// <summary>A resident and a stored table to test the kernel with.</summary>
internal static class TestTables
{
    public static readonly Table<WalletId, WalletRecord> Wallets =
        Table<WalletId, WalletRecord>.Resident(
            "test.wallets", wallet => wallet.Id, () => TestJson.Default.WalletRecord);

    public static readonly Index<WalletId, WalletRecord> WalletsByOwner = Wallets.Index("owner", w => w.Owner);

    public static readonly Index<WalletId, WalletRecord> WalletsByLabel = Wallets.IndexMany("label", w => w.Labels);

    public static readonly Table<WalletId, NoteRecord> Notes =
        Table<WalletId, NoteRecord>.Stored("test.notes", note => note.Id, () => TestJson.Default.NoteRecord);
}
