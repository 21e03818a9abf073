using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Orrery.Kernel.State;

/// <summary>
/// Writes records as JSON. Escaped is what JSON asks for and nothing else: many records hold JSON or policies as text,
/// and a quote that is written as if it went into a page takes six bytes instead of two.
/// </summary>
internal static class RecordJson
{
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static Pad? _pad;

    /// <summary>A record as UTF-8 JSON.</summary>
    public static byte[] Of<TRecord>(TRecord record, JsonTypeInfo<TRecord> type)
    {
        var pad = _pad ?? new();

        // Who writes a record while it writes another gets a pad of its own.
        _pad = null;
        pad.Text.ResetWrittenCount();
        pad.Writer.Reset(pad.Text);
        JsonSerializer.Serialize(pad.Writer, record, type);
        pad.Writer.Flush();
        var json = pad.Text.WrittenSpan.ToArray();
        if (pad.Text.Capacity <= MostKept)
            _pad = pad;
        return json;
    }

    private sealed class Pad
    {
        public Pad() => Writer = new(Text, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        public ArrayBufferWriter<byte> Text { get; } = new(1024);

        public Utf8JsonWriter Writer { get; }
    }
}
