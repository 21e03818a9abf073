namespace Orrery.Stores.Sqlite;

/// <summary>A row of one layer.</summary>
/// <param name="Key">The key.</param>
/// <param name="Json">The record; null where a fork says that its parent's row is gone.</param>
internal readonly record struct LayerRow(string Key, byte[]? Json);
