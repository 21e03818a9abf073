using Microsoft.Data.Sqlite;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>A world's file as the folder knows it.</summary>
internal sealed record SqliteFile(string Path, SqliteMeta Meta)
{
    public const string Extension = ".orrery";

    /// <summary>What a file says about itself.</summary>
    public static SqliteFile Read(string path)
    {
        using var session = new SqliteSession(path);
        SqliteSchema.Grow(session);
        var file = new SqliteFile(path, SqliteMeta.Read(session));
        file.Settle(session);
        return file;
    }

    /// <summary>What a process that was killed, or whose disk was full, left in the tail.</summary>
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
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"])
            File.Delete(path + suffix);
    }
}
