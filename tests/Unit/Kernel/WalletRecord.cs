namespace Orrery.Tests.Kernel;

public sealed record WalletRecord(WalletId Id, string Owner, int Coins, params string[] Labels);
