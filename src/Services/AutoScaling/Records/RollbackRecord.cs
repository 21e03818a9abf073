namespace Orrery.Services.AutoScaling.Records;

/// <summary>The rollback of an instance refresh.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Start">Since when.</param>
/// <param name="Percent">How much the refresh had replaced, in percent.</param>
/// <param name="ToUpdate">How many it still had to replace.</param>
/// <param name="Size">How many instances of its own there were, which the rollback replaces.</param>
public sealed record RollbackRecord(string Reason, DateTimeOffset Start, int Percent, int ToUpdate, int Size);
