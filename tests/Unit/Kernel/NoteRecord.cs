namespace Orrery.Tests.Kernel;

public sealed record NoteRecord(WalletId Id, string Text);
