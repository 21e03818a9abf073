using System.Buffers;
using System.Text.Json;
using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>
/// The changes of a commit as they lie in the log: a JSON array with an array for each, of the number of its space,
/// its key, the record as it became (null where it is gone), and whether there was one before.
/// </summary>
internal static class TailJson
{
    private static readonly JsonWriterOptions Quick = new() { SkipValidation = true };

    /// <summary>Writes the changes of a commit.</summary>
    public static void Write(ArrayBufferWriter<byte> text, Commit commit, Func<Space, long> idOf)
    {
        using var writer = new Utf8JsonWriter(text, Quick);
        writer.WriteStartArray();
        foreach (var change in commit.Changes)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(idOf(change.Space));
            writer.WriteStringValue(change.Key);
            if (change.After is null)
                writer.WriteNullValue();
            else
                writer.WriteRawValue(change.After, skipInputValidation: true);
            writer.WriteBooleanValue(change.WasThere);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    /// <summary>Reads the changes of a commit, in their order.</summary>
    public static void Read(byte[] text, long sequence, List<LateChange> changes)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var space = reader.GetInt64();
            reader.Read();
            var key = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            ReadOnlyMemory<byte>? json = null;
            if (reader.TokenType != JsonTokenType.Null)
            {
                reader.Skip();
                json = text.AsMemory(start, (int)reader.BytesConsumed - start);
            }
            reader.Read();
            changes.Add(new(space, key, sequence) { Json = json, WasThere = reader.GetBoolean() });
            reader.Read();
        }
    }
}
