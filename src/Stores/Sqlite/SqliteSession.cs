using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Orrery.Stores.Sqlite;

/// <summary>One connection to one file, for one thread at a time, with its statements kept prepared.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>
    /// Before SQLite begins: a connection is for one thread at a time, so it takes no locks of its own, and nobody asks
    /// how much memory it has.
    /// </summary>
    static SqliteSession()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteSession(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        _connection = new(address.ToString());
        try
        {
            _connection.Open();
            Script(SqliteSchema.Connection);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements that are run once.</summary>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement; parameters are $1, $2, ..., and bytes are the UTF-8 of a text.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> arguments)
    {
        StatementOf(sql).Run(arguments);
        return raw.sqlite3_changes(_connection.Handle);
    }

    /// <summary>The number in the first row; null if there is no row, or no number in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments)
    {
        var found = StatementOf(sql).Rows<long?>(static row => row.IsNull(0) ? null : row.GetInt64(0), arguments);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>The text in the first row; null if there is no row, or no text in it.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> arguments)
    {
        var found = StatementOf(sql).Rows(static row => row.IsNull(0) ? null : row.GetString(0), arguments);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteRow, T> row, params ReadOnlySpan<object?> arguments) =>
        StatementOf(sql).Rows(row, arguments);

    /// <summary>A statement, prepared once.</summary>
    public SqliteStatement StatementOf(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new(_connection.Handle!, sql));
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }
}
