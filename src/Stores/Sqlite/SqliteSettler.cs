using System.Runtime.InteropServices;

namespace Orrery.Stores.Sqlite;

/// <summary>Brings commits from the tail of a file into its tables, within a transaction.</summary>
/// <param name="session">The connection, in its transaction.</param>
/// <param name="isFork">Whether rows of a parent's file may lie under those of this one.</param>
internal sealed class SqliteSettler(SqliteSession session, bool isFork)
{
    private const string CommitsSql = """
        INSERT INTO commits SELECT seq, instant, operation, request, caller FROM tail WHERE seq <= $1
        """;

    private const string ChangeSql = "INSERT INTO changes (seq, ordinal, space, key) VALUES ($1, $2, $3, $4)";

    /// <summary>A row that lies in the tables is superseded; if it does not, a parent's file has it.</summary>
    private const string FromLiveSql = """
        INSERT INTO past SELECT space, key, seq, $3, json FROM live WHERE space = $1 AND key = $2
        """;

    private const string PastSql = "INSERT INTO past VALUES ($1, $2, $3, $4, $5)";

    /// <summary>A row that is changed stays where it lies.</summary>
    private const string PutSql = """
        INSERT INTO live VALUES ($1, $2, $3, $4)
        ON CONFLICT (space, key) DO UPDATE SET seq = excluded.seq, json = excluded.json
        """;

    private const string DeleteSql = "DELETE FROM live WHERE space = $1 AND key = $2";

    private readonly SqliteStatement _change = session.StatementOf(ChangeSql);
    private readonly SqliteStatement _fromLive = session.StatementOf(FromLiveSql);
    private readonly SqliteStatement _past = session.StatementOf(PastSql);
    private readonly SqliteStatement _put = session.StatementOf(PutSql);
    private readonly SqliteStatement _delete = session.StatementOf(DeleteSql);

    /// <summary>Whether there is anything to settle.</summary>
    public static bool HasWork(SqliteSession session) => session.Number("SELECT EXISTS (SELECT 1 FROM tail)") == 1;

    /// <summary>Settles all up to a commit, as it lies in the tail.</summary>
    public void Run(long last)
    {
        if (last > SqliteMeta.ReadSettled(session))
            Run(last, Changes(last));
    }

    /// <summary>Settles all up to a commit.</summary>
    /// <param name="last">The commit.</param>
    /// <param name="changes">What the commits of the tail up to it changed, in their order.</param>
    public void Run(long last, List<LateChange> changes)
    {
        session.Run(CommitsSql, last);
        foreach (var change in changes)
            _change.Set(1, change.Sequence).Set(2, change.Ordinal).Set(3, change.Space).Set(4, change.Key).Run();
        WriteVersions(changes);
        changes.Sort();
        var all = CollectionsMarshal.AsSpan(changes);
        for (var start = 0; start < all.Length;)
        {
            var end = start + 1;
            while (end < all.Length && all[end].IsOf(all[start]))
                end++;
            WriteRow(all[start..end]);
            start = end;
        }
        session.Run("DELETE FROM tail WHERE seq <= $1", last);
        SqliteMeta.WriteSettled(session, last);
    }

    private List<LateChange> Changes(long last)
    {
        var changes = new List<LateChange>();
        foreach (var (sequence, text) in session.Rows(
            "SELECT seq, changes FROM tail WHERE seq <= $1 ORDER BY seq",
            static row => (row.GetInt64(0), row.GetUtf8(1)!),
            last))
        {
            TailJson.Read(text, sequence, changes);
        }
        return changes;
    }

    /// <summary>The changes come in the order of their commits.</summary>
    private void WriteVersions(List<LateChange> changes)
    {
        var scopes = SqliteSpaces.Numbered(session)
            .ToDictionary(static space => space.Key, static space => space.Value.Scope.ToString());
        var told = new HashSet<string>();
        var sequence = 0L;
        var ofCommit = new HashSet<string>();
        foreach (var change in changes)
        {
            if (change.Sequence != sequence)
                ofCommit.Clear();
            sequence = change.Sequence;
            var scope = scopes[change.Space];
            if (!ofCommit.Add(scope))
                continue;
            if (told.Add(scope))
                session.Run("INSERT OR IGNORE INTO scopes VALUES ($1)", scope);
            session.Run("INSERT INTO versions VALUES ($1, $2)", scope, sequence);
        }
    }

    /// <summary>One row, with all that became of it.</summary>
    private void WriteRow(ReadOnlySpan<LateChange> versions)
    {
        var (space, key) = (versions[0].Space, versions[0].Key);
        var mayLie = versions[0].WasThere || isFork;
        if (mayLie)
            _fromLive.Set(1, space).Set(2, key).Set(3, versions[0].Sequence).Run();
        for (var i = 1; i < versions.Length; i++)
        {
            var (before, until) = (versions[i - 1], versions[i].Sequence);
            if (Keeps(before))
                _past.Set(1, space).Set(2, key).Set(3, before.Sequence).Set(4, until).Set(5, before.Json).Run();
        }
        var left = versions[^1];
        if (Keeps(left))
            _put.Set(1, space).Set(2, key).Set(3, left.Sequence).Set(4, left.Json).Run();
        else if (mayLie)
            _delete.Set(1, space).Set(2, key).Run();
    }

    /// <summary>Whether a row lies in the file; in a fork's also one that says that the parent's is gone.</summary>
    private bool Keeps(LateChange change) => change.Json is not null || isFork;
}
