using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// A prepared statement, for one thread at a time. It goes to SQLite itself: an ADO.NET command makes a reader for each
/// run, which costs more than the row that is written or read.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));

        // SQLite numbers parameters as they first occur in the text, whatever they are called.
        _places = new int[raw.sqlite3_bind_parameter_count(_statement)];
        for (var i = 0; i < _places.Length; i++)
            _places[i] = raw.sqlite3_bind_parameter_index(_statement, $"${i + 1}");
    }

    /// <summary>Gives a parameter a number, without a box.</summary>
    public SqliteStatement Set(int number, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, _places[number - 1], value));
        return this;
    }

    /// <summary>Gives a parameter a text.</summary>
    public SqliteStatement Set(int number, string value)
    {
        Check(Bind(_places[number - 1], value));
        return this;
    }

    /// <summary>Gives a parameter a text, of which the UTF-8 is at hand; null for none.</summary>
    public SqliteStatement Set(int number, ReadOnlyMemory<byte>? utf8)
    {
        Check(utf8 is { } some
            ? raw.sqlite3_bind_text(_statement, _places[number - 1], some.Span)
            : raw.sqlite3_bind_null(_statement, _places[number - 1]));
        return this;
    }

    /// <summary>Runs it, and leaves what rows it may give. Bytes are bound as the UTF-8 of a text.</summary>
    public void Run(ReadOnlySpan<object?> arguments)
    {
        Bind(arguments);
        Run();
    }

    /// <summary>Runs it with what its parameters were given.</summary>
    public void Run()
    {
        var answer = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (answer is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            Check(answer);
    }

    /// <summary>Runs it, and makes something of each row that it gives.</summary>
    public List<T> Rows<T>(Func<SqliteRow, T> row, ReadOnlySpan<object?> arguments)
    {
        Bind(arguments);
        var rows = new List<T>();
        try
        {
            int answer;
            while ((answer = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
                rows.Add(row(new(_statement)));
            if (answer != raw.SQLITE_DONE)
                Check(answer);
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(ReadOnlySpan<object?> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
            Check(Bind(_places[i], arguments[i]));
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        byte[] utf8 => raw.sqlite3_bind_text(_statement, place, utf8),
        ReadOnlyMemory<byte> utf8 => raw.sqlite3_bind_text(_statement, place, utf8.Span),
        string text => Bind(place, text),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be bound."),
    };

    private int Bind(int place, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(_statement, place, "");
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        try
        {
            var utf8 = rented ?? stackalloc byte[OnStack];
            return raw.sqlite3_bind_text(_statement, place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, _connection);
}
