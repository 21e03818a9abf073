using System.Runtime.InteropServices;
using Orrery.Kernel.State;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// Brings into the tables of a file what commits of its log left of rows, within a transaction. What came and went
/// meanwhile never reaches a table, and what changed often is put there once.
/// </summary>
/// <param name="session">The connection, in its transaction.</param>
/// <param name="isFork">Whether rows of a parent's file may lie under those of this one.</param>
internal sealed class SqliteSettler(SqliteSession session, bool isFork)
{
    /// <summary>A row that lies in the tables is superseded; if it does not, a parent's file has it.</summary>
    private const string FromLiveSql = """
        INSERT INTO past SELECT space, key, seq, $3, json FROM live WHERE space = $1 AND key = $2
        """;

    /// <summary>A row that is changed stays where it lies.</summary>
    private const string PutSql = """
        INSERT INTO live VALUES ($1, $2, $3, $4)
        ON CONFLICT (space, key) DO UPDATE SET seq = excluded.seq, json = excluded.json
        """;

    private const string DeleteSql = "DELETE FROM live WHERE space = $1 AND key = $2";

    private readonly SqliteStatement _fromLive = session.StatementOf(FromLiveSql);
    private readonly SqliteStatement _put = session.StatementOf(PutSql);
    private readonly SqliteStatement _delete = session.StatementOf(DeleteSql);

    /// <summary>Whether there is anything to settle.</summary>
    public static bool HasWork(SqliteSession session) =>
        session.Number("SELECT max(seq) FROM log") is { } last && last > SqliteMeta.ReadSettled(session);

    /// <summary>Settles all up to a commit, as it lies in the log.</summary>
    public void Run(long last)
    {
        var settled = SqliteMeta.ReadSettled(session);
        if (last <= settled)
            return;
        var left = new Dictionary<(long, string), LateChange>();
        var versions = new Dictionary<Scope, long>();
        var spaces = SqliteSpaces.Numbered(session).ToDictionary();
        var changes = new List<LateChange>();
        foreach (var (sequence, text) in session.Rows(
            "SELECT seq, changes FROM log WHERE seq > $1 AND seq <= $2 ORDER BY seq",
            static row => (row.GetInt64(0), row.GetUtf8(1)!),
            settled,
            last))
        {
            TailJson.Read(text, sequence, changes);
            foreach (var change in changes)
            {
                ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    left, (change.Space, change.Key), out var isKnown);
                row = isKnown ? change with { WasThere = row.WasThere } : change;
                versions[spaces[change.Space].Scope] = sequence;
            }
            changes.Clear();
        }
        Run(last, [.. left.Values.Where(static row => !row.HasVanished)], versions);
    }

    /// <summary>Settles all up to a commit.</summary>
    /// <param name="last">The commit.</param>
    /// <param name="left">The last change of each row since the last settling, but of those that came and went.</param>
    /// <param name="versions">The last commit that changed a scope since, of those that were changed.</param>
    public void Run(long last, List<LateChange> left, IReadOnlyDictionary<Scope, long> versions)
    {
        // By key, so that neighbours share their page.
        left.Sort();
        foreach (var change in left)
            WriteRow(change);
        foreach (var (scope, version) in versions)
        {
            session.Run("INSERT OR IGNORE INTO scopes VALUES ($1)", scope.ToString());
            session.Run("INSERT INTO versions VALUES ($1, $2)", scope.ToString(), version);
        }
        SqliteMeta.WriteSettled(session, last);
    }

    private void WriteRow(LateChange change)
    {
        var mayLie = change.WasThere || isFork;
        if (mayLie)
            _fromLive.Set(1, change.Space).Set(2, change.Key).Set(3, change.Sequence).Run();

        // In a fork's file a row without JSON says that the parent's is gone.
        if (change.Json is not null || isFork)
            _put.Set(1, change.Space).Set(2, change.Key).Set(3, change.Sequence).Set(4, change.Json).Run();
        else
            _delete.Set(1, change.Space).Set(2, change.Key).Run();
    }
}
