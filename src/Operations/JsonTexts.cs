using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orrery.Operations;

/// <summary>
/// Writes JSON that services keep or tell others as text. Escaped is what JSON asks for and nothing else.
/// </summary>
public static class JsonTexts
{
    private const int MostKept = 256 * 1024;

    [ThreadStatic]
    private static Pad? _pad;

    /// <summary>The text that a writer writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var pad = _pad ?? new();

        // Who writes a text while it writes another gets a pad of its own; so does who comes after one that failed.
        _pad = null;
        pad.Bytes.ResetWrittenCount();
        pad.Writer.Reset(pad.Bytes);
        write(pad.Writer);
        pad.Writer.Flush();
        var text = Encoding.UTF8.GetString(pad.Bytes.WrittenSpan);
        if (pad.Bytes.Capacity <= MostKept) _pad = pad;
        return text;
    }

    /// <summary>The text of an object.</summary>
    public static string Object(Action<Utf8JsonWriter> members) => Of(json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    });

    private sealed class Pad
    {
        public Pad() => Writer = new(Bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        public ArrayBufferWriter<byte> Bytes { get; } = new(1024);

        public Utf8JsonWriter Writer { get; }
    }
}
