using Orrery.Kernel.Storage;

namespace Orrery.Kernel;

/// <summary>A record in which two worlds differ.</summary>
/// <param name="Space">The table and scope.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Left">The record in the first world, as UTF-8 JSON; null if it is only in the second: added.</param>
/// <param name="Right">The record in the second world, as UTF-8 JSON; null if it is only in the first: removed.</param>
public sealed record RowDifference(Space Space, string Key, byte[]? Left, byte[]? Right);
