using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>The change of one record in a commit.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Before">The record before, as UTF-8 JSON, never to be written to; null if it is new.</param>
/// <param name="After">The record after, as UTF-8 JSON, never to be written to; null if it was removed.</param>
public sealed record RowChange(
    string Table, Scope Scope, string Key, byte[]? Before, byte[]? After)
{
    /// <summary>The table in its scope.</summary>
    public Space Space => new(Table, Scope);
}
