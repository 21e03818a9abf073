namespace Orrery.Services.AutoScaling.Records;

/// <summary>A tag of a group.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
/// <param name="Propagate">Whether instances get it when they are launched.</param>
public sealed record TagRecord(string Key, string Value, bool Propagate);
