namespace Orrery.Stores.Sqlite;

/// <summary>Rows of the tail as of a commit, in the order of their keys.</summary>
/// <param name="Rows">The rows; without JSON where they are gone.</param>
/// <param name="IsWhole">Whether there are no more after them.</param>
/// <param name="Settled">The commit as of which the tables under the tail are to be read.</param>
internal readonly record struct TailPage(List<LayerRow> Rows, bool IsWhole, long Settled)
{
    /// <summary>The key up to which nothing is missing; null if nothing is missing at all.</summary>
    public string? Last => IsWhole ? null : Rows[^1].Key;
}
