using System.Text;
using SQLitePCL;

namespace Orrery.Stores.Sqlite;

/// <summary>A row that a statement gives, while it stands on it.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>A text; empty for null.</summary>
    public string GetString(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    /// <summary>A text as its bytes.</summary>
    public byte[]? GetUtf8(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(statement, column).ToArray();
}
