using System.Globalization;
using System.Text.Json;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>What a file says about itself.</summary>
/// <param name="World">The world's name.</param>
/// <param name="Header">What was fixed when the world was made.</param>
/// <param name="Layer">The file's number in its folder, by which forks name their parent.</param>
/// <param name="Parent">For a fork: the layer it rests on, as of <see cref="ForkedAt"/>.</param>
/// <param name="ForkedAt">For a fork: the last commit that it shares with its parent.</param>
/// <param name="IsDeleted">The world is gone; the file stays for the forks that rest on it.</param>
internal sealed record SqliteMeta(
    string World, StoreHeader Header, long Layer, long? Parent, long ForkedAt, bool IsDeleted)
{
    public static SqliteMeta Read(SqliteSession session)
    {
        var values = session
            .Rows("SELECT name, value FROM meta", row => KeyValuePair.Create(row.GetString(0), row.GetString(1)))
            .ToDictionary();
        return new(
            values["world"],
            JsonSerializer.Deserialize(values["header"], StoresJson.Default.StoreHeader)!,
            Number(values["layer"]),
            values.TryGetValue("parent", out var parent) ? Number(parent) : null,
            Number(values.GetValueOrDefault("forkedAt", "0")),
            values.ContainsKey("deleted"));
    }

    public void Write(SqliteSession session)
    {
        Put(session, "world", World);
        Put(session, "header", JsonSerializer.Serialize(Header, StoresJson.Default.StoreHeader));
        Put(session, "layer", Layer.ToString(CultureInfo.InvariantCulture));
        if (Parent is { } parent)
        {
            Put(session, "parent", parent.ToString(CultureInfo.InvariantCulture));
            Put(session, "forkedAt", ForkedAt.ToString(CultureInfo.InvariantCulture));
        }
        if (IsDeleted)
            Put(session, "deleted", "true");
    }

    /// <summary>Where the file's own history begins.</summary>
    public static StoreTip ReadBase(SqliteSession session) =>
        JsonSerializer.Deserialize(
            session.Text("SELECT value FROM meta WHERE name = 'base'")!, StoresJson.Default.StoreTip);

    public static void WriteBase(SqliteSession session, StoreTip tip) =>
        Put(session, "base", JsonSerializer.Serialize(tip, StoresJson.Default.StoreTip));

    /// <summary>The last commit that was brought from the log into the tables.</summary>
    public static long ReadSettled(SqliteSession session) =>
        session.Number("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'settled'")!.Value;

    /// <summary>The tables tell all as of a commit.</summary>
    public static void WriteSettled(SqliteSession session, long sequence)
    {
        Put(session, "settled", sequence.ToString(CultureInfo.InvariantCulture));
        session.Run("INSERT OR IGNORE INTO settlings VALUES ($1)", sequence);
    }

    private static void Put(SqliteSession session, string name, string value) =>
        session.Run("INSERT OR REPLACE INTO meta VALUES ($1, $2)", name, value);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
