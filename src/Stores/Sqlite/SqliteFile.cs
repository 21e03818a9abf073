using Microsoft.Data.Sqlite;
using Orrery.Kernel;
using Orrery.Kernel.Storage;
using SQLitePCL;

namespace Orrery.Stores.Sqlite;

/// <summary>A world's file as the folder knows it.</summary>
internal sealed record SqliteFile(string Path, SqliteMeta Meta)
{
    public const string Extension = ".orrery";

    private const string LockSuffix = "-lock";

    /// <summary>What a file says about itself.</summary>
    /// <exception cref="InvalidDataException">It is not a world's.</exception>
    public static SqliteFile Read(string path)
    {
        try
        {
            using var session = new SqliteSession(path);
            SqliteSchema.Grow(session);
            var file = new SqliteFile(path, SqliteMeta.Read(session));
            file.Settle(session);
            return file;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_ERROR)
        {
            throw new InvalidDataException($"{path} is not a world's file: {problem.Message}", problem);
        }
    }

    // Not the file itself: whoever closes that loses the locks that SQLite has on it in the same process (SQLite, "How
    // To Corrupt An SQLite Database File", 2.2). The lock's file goes with the world's: a process that took it away
    // earlier would leave others that hold it with a lock that nobody finds.
    private string LockPath => Path + LockSuffix;

    /// <summary>Tells other processes that the file is in use, until it is let go or the process ends.</summary>
    public IDisposable Hold() => new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    /// <summary>Keeps others from using the file.</summary>
    /// <exception cref="WorldInUseException">Somebody uses it.</exception>
    public IDisposable Seize()
    {
        try
        {
            return new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(LockPath))
        {
            throw new WorldInUseException(Meta.World);
        }
    }

    /// <summary>What a process that was killed, or whose disk was full, left unsettled.</summary>
    public void Settle() => Use(session =>
    {
        Settle(session);
        return true;
    });

    private void Settle(SqliteSession session)
    {
        if (!SqliteSettler.HasWork(session))
            return;
        session.Script("BEGIN IMMEDIATE");
        new SqliteSettler(session, Meta.Parent is not null).Run(SqliteStore.ReadTip(session).Sequence);
        session.Script("COMMIT");
    }

    /// <summary>Makes a file. It appears whole: a crash on the way leaves nothing under its name.</summary>
    public static SqliteFile Make(string path, SqliteMeta meta, StoreTip start)
    {
        var draft = path + "-new";
        Remove(draft);
        using (var session = new SqliteSession(draft, SqliteOpenMode.ReadWriteCreate))
        {
            session.Script(SqliteSchema.Create);
            meta.Write(session);
            SqliteMeta.WriteBase(session, start);
            SqliteMeta.WriteSettled(session, start.Sequence);
        }
        File.Move(draft, path);
        return new(path, meta);
    }

    /// <summary>Does something to a file that no store here has open for writing.</summary>
    public T Use<T>(Func<SqliteSession, T> body)
    {
        using var session = new SqliteSession(Path);
        return body(session);
    }

    public static void Remove(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal", LockSuffix])
            File.Delete(path + suffix);
    }
}
