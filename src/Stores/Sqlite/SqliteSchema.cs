namespace Orrery.Stores.Sqlite;

/// <summary>
/// The tables of a world's file. Rows as they are now are in <c>live</c>; what they were before is in <c>past</c>, each
/// valid from commit <c>seq</c> up to, but without, commit <c>until</c>. In a fork's file a live row without JSON says
/// that a row of the parent's file is gone. The rows of <c>live</c> lie as they came, and their keys are in an index:
/// ids are hashes, so a thousand new rows in the order of their keys would each change a page of its own, and a commit
/// writes whole pages. (Files of before have them in the order of their keys; the statements are the same.) The views
/// are for people with <c>sqlite3</c>. Persisted: the schema only grows.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>For every connection: what is acknowledged survives the loss of process and power.</summary>
    public const string Connection = """
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
            PRIMARY KEY (space, key, seq)) WITHOUT ROWID;
        CREATE INDEX past_until ON past (space, until);
        CREATE TABLE commits (
            seq INTEGER PRIMARY KEY, instant TEXT NOT NULL, operation TEXT NOT NULL, request TEXT NOT NULL,
            caller TEXT NOT NULL);
        CREATE TABLE changes (
            seq INTEGER NOT NULL, ordinal INTEGER NOT NULL, space INTEGER NOT NULL, key TEXT NOT NULL,
            PRIMARY KEY (seq, ordinal)) WITHOUT ROWID;
        CREATE TABLE versions (scope TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (scope, seq)) WITHOUT ROWID;
        CREATE TABLE scopes (scope TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE pins (layer INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
        CREATE VIEW records AS
            SELECT tbl, scope, key, json, seq FROM live JOIN spaces ON id = space WHERE json IS NOT NULL;
        CREATE VIEW journal AS
            SELECT commits.seq, instant, operation, caller, tbl, scope, key
            FROM commits JOIN changes USING (seq) JOIN spaces ON id = space;
        COMMIT;
        """;
}
