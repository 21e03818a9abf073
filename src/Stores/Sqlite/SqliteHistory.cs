using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>How far back a world's file can be read, and how the rest is forgotten.</summary>
internal sealed class SqliteHistory
{
    /// <summary>Rows deleted in one transaction: long deletions would hold up the next commit.</summary>
    private const int Portion = 10_000;

    private readonly SqliteLayer _layer;
    private readonly SqliteWriter _writer;
    private long _own;

    public SqliteHistory(SqliteLayer layer, SqliteWriter writer)
    {
        _layer = layer;
        _writer = writer;
        _own = layer.Pool.Use(SqliteMeta.ReadBase).Sequence;
    }

    /// <summary>The oldest commit that can be read; asks the parent's file, which forgets in its own time.</summary>
    public long Oldest => OldestOf(_layer, Volatile.Read(ref _own));

    /// <summary>History begins with a restored state.</summary>
    public void Restored(long sequence) => Volatile.Write(ref _own, sequence);

    /// <summary>Refuses a commit that is no longer kept.</summary>
    public long Kept(long at)
    {
        // What lies in the file itself, or is pinned in the parent's, needs no asking.
        if (at >= Math.Max(_layer.ForkedAt, Volatile.Read(ref _own)))
            return at;
        var oldest = Oldest;
        return at >= oldest ? at : throw new HistoryGoneException(at, oldest);
    }

    public StoreTip ReadTip(long sequence) => ReadTip(Oldest, sequence, InstantOf(sequence));

    /// <summary>The tip as it was at a commit that is settled, of a world that may be open or not.</summary>
    public static StoreTip ReadTip(SqliteLayer layer, long sequence) =>
        ReadTip(OldestOf(layer), sequence, layer.InstantOf(sequence));

    private static StoreTip ReadTip(long oldest, long sequence, DateTimeOffset? instant)
    {
        if (sequence < oldest)
            throw new HistoryGoneException(sequence, oldest);
        return instant is { } known
            ? new(sequence, known)
            : throw new ArgumentOutOfRangeException(nameof(sequence), $"There is no commit {sequence} yet.");
    }

    /// <summary>Instants never go back from commit to commit, so the commit is found by halving.</summary>
    public StoreTip ReadTip(DateTimeOffset instant)
    {
        var low = Oldest;
        var high = _writer.Tail.Tip.Sequence;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (InstantOf(middle) <= instant)
                low = middle;
            else
                high = middle - 1;
        }
        return ReadTip(low);
    }

    public void Compact(long oldest)
    {
        if (oldest <= Oldest)
            return;
        // A fork's file has nothing to forget of what lies in its parent's.
        if (_layer.Parent is not null && oldest <= _layer.ForkedAt)
            return;
        _writer.Settle(all: true);
        var tip = ReadTip(oldest);
        var floor = _layer.FloorOf(oldest);
        _writer.InTransaction(session =>
        {
            SqliteMeta.WriteBase(session, tip);
            session.Run(ForgetVersions, floor);
            session.Run(ForgetSettlings, floor);
            return true;
        });
        Volatile.Write(ref _own, oldest);
        foreach (var sql in (string[])[ForgetLog, ForgetCommits, ForgetChanges])
            InPortions(sql, floor);
        foreach (var space in _layer.Pool.Use(SqliteSpaces.Numbered))
            InPortions(ForgetRows, floor, space.Key);
    }

    /// <summary>
    /// A version stays while it is the newest one at or before the floor of the oldest commit, or that of a fork: the
    /// last commit as of which the tables tell all.
    /// </summary>
    private const string ForgetVersions = """
        DELETE FROM versions WHERE seq < $1
            AND seq < (SELECT max(later.seq) FROM versions later WHERE later.scope = versions.scope AND later.seq <= $1)
            AND NOT EXISTS (
                SELECT 1 FROM pins WHERE ifnull(floor, pins.seq) < $1 AND versions.seq = (
                    SELECT max(kept.seq) FROM versions kept
                    WHERE kept.scope = versions.scope AND kept.seq <= ifnull(floor, pins.seq)))
        """;

    private const string ForgetSettlings =
        "DELETE FROM settlings WHERE seq < $1 AND seq NOT IN (SELECT ifnull(floor, seq) FROM pins)";

    /// <summary>
    /// From its floor up to a fork the log tells what the tables do not. And its last commit tells where the world
    /// stands.
    /// </summary>
    private const string ForgetLog = """
        DELETE FROM log WHERE seq IN (
            SELECT seq FROM log WHERE seq <= $1 AND seq < (SELECT max(seq) FROM log)
                AND NOT EXISTS (SELECT 1 FROM pins WHERE log.seq > floor AND log.seq <= pins.seq)
            LIMIT $2)
        """;

    private const string ForgetCommits =
        "DELETE FROM commits WHERE seq IN (SELECT seq FROM commits WHERE seq <= $1 LIMIT $2)";

    private const string ForgetChanges = """
        DELETE FROM changes WHERE (seq, ordinal) IN (SELECT seq, ordinal FROM changes WHERE seq <= $1 LIMIT $2)
        """;

    private const string ForgetRows = """
        DELETE FROM past WHERE (space, key, seq) IN (
            SELECT space, key, seq FROM past WHERE space = $3 AND until <= $1
                AND NOT EXISTS (
                    SELECT 1 FROM pins WHERE ifnull(floor, pins.seq) >= past.seq
                        AND ifnull(floor, pins.seq) < past.until)
            LIMIT $2)
        """;

    private DateTimeOffset? InstantOf(long sequence) =>
        _writer.Tail.Find(sequence)?.Tip.Instant ?? _layer.InstantOf(sequence);

    private static long OldestOf(SqliteLayer layer) =>
        OldestOf(layer, layer.Pool.Use(SqliteMeta.ReadBase).Sequence);

    private static long OldestOf(SqliteLayer layer, long own)
    {
        // The parent keeps what the fork shares, but not what came before it.
        return layer.Parent is null || own > layer.ForkedAt ? own : Math.Min(OldestOf(layer.Parent), layer.ForkedAt);
    }

    private void InPortions(string sql, long oldest, long? space = null)
    {
        int deleted;
        do
        {
            deleted = _writer.InTransaction(session =>
                space is null ? session.Run(sql, oldest, Portion) : session.Run(sql, oldest, Portion, space));
        }
        while (deleted == Portion);
    }
}
