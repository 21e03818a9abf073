namespace Orrery.Stores.Sqlite;

/// <summary>
/// Brings rows that were superseded a while ago from <c>changes</c> into <c>past</c>. Done for many commits at once
/// and in the order of keys, it changes few pages; done with each commit, it would change some for each table.
/// </summary>
/// <param name="Behind">
/// Commits that lie unsettled: who reads behind the tip by less than this is not slowed by the length of the past.
/// </param>
/// <param name="Step">Commits that are settled at once.</param>
internal sealed record SqliteSettling(long Behind, long Step)
{
    private const string MoveSql = """
        INSERT INTO past SELECT space, key, since, seq, json FROM changes
        WHERE seq > $1 AND seq <= $2 AND since IS NOT NULL ORDER BY space, key, since
        """;

    private const string EmptySql = """
        UPDATE changes SET since = NULL, json = NULL WHERE seq > $1 AND seq <= $2 AND since IS NOT NULL
        """;

    /// <summary>A reader that lags is behind by a batch or two.</summary>
    public static SqliteSettling Usual { get; } = new(Behind: 1024, Step: 256);

    /// <summary>Settles what is old as of a tip, if it is enough; within a transaction.</summary>
    public void Run(SqliteSession session, long tip) => UpTo(session, (tip - Behind) / Step * Step);

    /// <summary>Settles all up to a commit; within a transaction.</summary>
    public static void UpTo(SqliteSession session, long last)
    {
        if (last <= 0)
            return;
        var settled = SqliteMeta.ReadSettled(session);
        if (last <= settled)
            return;
        session.Run(MoveSql, settled, last);
        session.Run(EmptySql, settled, last);
        SqliteMeta.WriteSettled(session, last);
    }
}
