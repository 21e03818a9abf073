namespace Orrery.Stores.Sqlite;

/// <summary>
/// How much of a world's file may lie in its tail. Settled many at once, rows that came and went meanwhile were never
/// in a table, one that changed often is put there once, and neighbours share their page.
/// </summary>
/// <param name="Behind">
/// Commits that are left in the tail: who reads behind the tip by less is not slowed by the length of the past.
/// </param>
/// <param name="Commits">Commits, beyond those, with which it is settled.</param>
/// <param name="Bytes">Bytes of rows, in memory, with which it is settled; a quarter of them may be left in it.</param>
internal sealed record SqliteSettling(int Behind, int Commits, long Bytes)
{
    /// <summary>
    /// A reader that lags is behind by a batch or two, mostly of tens of commits. What lies in the tail is in memory,
    /// and each collection moves it: with four times as much a queue gave 5 % fewer messages.
    /// </summary>
    public static SqliteSettling Usual { get; } = new(Behind: 128, Commits: 384, Bytes: 8 * 1024 * 1024);

    /// <summary>Whether it is time to settle.</summary>
    public bool IsDue(int commits, long bytes) => commits >= Behind + Commits || (commits > 1 && bytes >= Bytes);
}
