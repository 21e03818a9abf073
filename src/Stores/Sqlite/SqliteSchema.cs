namespace Orrery.Stores.Sqlite;

/// <summary>
/// The tables of a world's file. A commit is one row at the end of <c>log</c>, with all that it changed: that is
/// what makes it durable, and there it stays, as the journal. Many commits at once are settled: what they left of
/// each row is brought into the tables in which rows are found. Rows as of the last settling are in <c>live</c>;
/// what a row was at earlier ones lies in <c>past</c>, valid from commit <c>seq</c> up to, but without, commit
/// <c>until</c>; <c>settlings</c> tells the commits as of which the tables tell all, and <c>settled</c> in
/// <c>meta</c> is the last of them. What rows were between two settlings is told by the log over the tables as of
/// the first. In a fork's file a row without JSON says that a row of the parent's file is gone. The rows of both
/// lie as they came, and their keys are in an index: ids are hashes, so a thousand new rows in the order of their
/// keys would each change a page of its own, and a commit writes whole pages. (Files of before have them in the
/// order of their keys; the statements are the same.) The views are for people with <c>sqlite3</c>, and know the
/// log. Persisted: the schema only grows, so <c>commits</c> and <c>changes</c> stay, in which files of before have
/// their journal: up to commit <c>fine</c> of <c>meta</c>, as of each of which the tables tell all.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>
    /// For every connection: what is acknowledged survives the loss of process and power; and who finds the file locked
    /// waits half a minute.
    /// </summary>
    public const string Connection = """
        PRAGMA busy_timeout = 30000;
        PRAGMA synchronous = FULL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        """;

    /// <summary>
    /// For the writer. A commit of many rows touches a page for nearly each of them, so they stay at hand, and are
    /// brought from the log into the file once for several commits: after 32 MiB of log.
    /// </summary>
    public const string Writer = """
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 4096;
        """;

    /// <summary>What the tables are now; <see cref="Grow"/> brings a file of before there.</summary>
    public const long Version = 3;

    private const string LogAndViews = """

        CREATE TABLE IF NOT EXISTS log (
            seq INTEGER PRIMARY KEY, instant TEXT NOT NULL, operation TEXT NOT NULL, request TEXT NOT NULL,
            caller TEXT NOT NULL, changes TEXT NOT NULL);
        CREATE TABLE settlings (seq INTEGER PRIMARY KEY);
        CREATE VIEW records AS
            WITH late AS (
                SELECT max(seq) AS seq, change.value ->> 0 AS space, change.value ->> 1 AS key,
                    change.value -> 2 AS json
                FROM log, json_each(log.changes) AS change
                WHERE seq > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'settled') GROUP BY 2, 3)
            SELECT tbl, scope, key, json, seq FROM (
                SELECT space, key, json, seq FROM live WHERE json IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM late WHERE late.space = live.space AND late.key = live.key)
                UNION ALL SELECT space, key, json, seq FROM late WHERE json <> 'null')
            JOIN spaces ON id = space;
        CREATE VIEW journal AS
            SELECT commits.seq, instant, operation, caller, tbl, scope, key
            FROM commits JOIN changes USING (seq) JOIN spaces ON id = space
            UNION ALL SELECT seq, instant, operation, caller, tbl, scope, change.value ->> 1
            FROM log, json_each(log.changes) AS change JOIN spaces ON spaces.id = change.value ->> 0;
        PRAGMA user_version = 3;
        COMMIT;
        """;

    /// <summary>From version 0, where rows that were superseded went into <c>past</c> at once.</summary>
    private const string GrowTo1 = """
        BEGIN IMMEDIATE;
        ALTER TABLE changes ADD COLUMN since INTEGER;
        ALTER TABLE changes ADD COLUMN json TEXT;
        INSERT INTO meta VALUES ('settled', (SELECT ifnull(max(seq), 0) FROM commits));
        PRAGMA user_version = 1;
        COMMIT;
        """;

    /// <summary>
    /// From version 1, where a commit wrote into all tables at once, and a superseded row lay with the change that
    /// superseded it for a while.
    /// </summary>
    private const string GrowTo2 = """
        BEGIN IMMEDIATE;
        INSERT INTO past SELECT space, key, since, seq, json FROM changes WHERE since IS NOT NULL
            ORDER BY space, key, since;
        UPDATE changes SET since = NULL, json = NULL WHERE since IS NOT NULL;
        UPDATE meta SET value = (SELECT ifnull(max(seq), 0) FROM commits) WHERE name = 'settled';
        CREATE TABLE tail (
            seq INTEGER PRIMARY KEY, instant TEXT NOT NULL, operation TEXT NOT NULL, request TEXT NOT NULL,
            caller TEXT NOT NULL, changes TEXT NOT NULL);
        PRAGMA user_version = 2;
        COMMIT;
        """;

    /// <summary>
    /// From version 2, where a commit that was settled went from <c>tail</c> into <c>commits</c> and <c>changes</c>,
    /// and all that a row ever was into <c>past</c>.
    /// </summary>
    private const string GrowTo3 = """
        BEGIN IMMEDIATE;
        DROP VIEW IF EXISTS records;
        DROP VIEW IF EXISTS journal;
        ALTER TABLE tail RENAME TO log;
        ALTER TABLE pins ADD COLUMN floor INTEGER;
        INSERT INTO meta SELECT 'fine', value FROM meta WHERE name = 'settled';
        """ + LogAndViews;

    public const string Create = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        BEGIN;
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE spaces (id INTEGER PRIMARY KEY, tbl TEXT NOT NULL, scope TEXT NOT NULL, UNIQUE (tbl, scope));
        CREATE TABLE live (
            space INTEGER NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, json TEXT,
            PRIMARY KEY (space, key));
        CREATE TABLE past (
            space INTEGER NOT NULL, key TEXT NOT NULL, seq INTEGER NOT NULL, until INTEGER NOT NULL, json TEXT,
            PRIMARY KEY (space, key, seq));
        CREATE INDEX past_until ON past (space, until);
        CREATE TABLE commits (
            seq INTEGER PRIMARY KEY, instant TEXT NOT NULL, operation TEXT NOT NULL, request TEXT NOT NULL,
            caller TEXT NOT NULL);
        CREATE TABLE changes (
            seq INTEGER NOT NULL, ordinal INTEGER NOT NULL, space INTEGER NOT NULL, key TEXT NOT NULL,
            since INTEGER, json TEXT,
            PRIMARY KEY (seq, ordinal)) WITHOUT ROWID;
        CREATE TABLE versions (scope TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (scope, seq)) WITHOUT ROWID;
        CREATE TABLE scopes (scope TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE pins (layer INTEGER PRIMARY KEY, seq INTEGER NOT NULL, floor INTEGER);
        INSERT INTO meta VALUES ('fine', 0);
        """ + LogAndViews;

    /// <summary>Brings a file of before to what the tables are now.</summary>
    public static void Grow(SqliteSession session)
    {
        var version = session.Number("PRAGMA user_version");
        if (version < 1)
            session.Script(GrowTo1);
        if (version < 2)
            session.Script(GrowTo2);
        if (version < Version)
            session.Script(GrowTo3);
    }
}
