namespace Orrery.Stores.Sqlite;

/// <summary>A row as the commits of a batch so far leave it.</summary>
/// <param name="Sequence">The last commit that changed it.</param>
/// <param name="Json">Its UTF-8 JSON; null where it is gone.</param>
/// <param name="WasThere">Whether it was there before the batch.</param>
internal readonly record struct LeftRow(long Sequence, byte[]? Json, bool WasThere);
