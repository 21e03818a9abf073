using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Orrery.Stores.Sqlite;

/// <summary>One connection to one file, for one thread at a time, with its statements kept prepared.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
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

    /// <summary>Runs a statement; parameters are $1, $2, ...</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> arguments) => Bound(sql, arguments).ExecuteNonQuery();

    /// <summary>
    /// Writes within a transaction of this session, the quick way; bytes are the UTF-8 of a text. Outside of one it
    /// would not wait for other writers.
    /// </summary>
    public void Write(string sql, params ReadOnlySpan<object?> arguments)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new(_connection.Handle!, sql));
        statement.Run(arguments);
    }

    /// <summary>The first value of the first row; null if there is no row, or the value is null.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> arguments) =>
        Bound(sql, arguments).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>A number, as <see cref="Value"/> gives it.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) => (long?)Value(sql, arguments);

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> arguments)
    {
        using var reader = Bound(sql, arguments).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>A text column as UTF-8, without the way through a string.</summary>
    public static byte[]? Utf8(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= arguments.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _prepared.Add(sql, command);
        }
        for (var i = 0; i < arguments.Length; i++)
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }
}
