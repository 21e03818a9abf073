namespace Orrery.Kernel.Storage;

/// <summary>A row as a store gives it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Json">The record, as UTF-8 JSON, never to be written to.</param>
public readonly record struct StoredRow(string Key, byte[] Json);
