using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orrery.Core;

/// <summary>
/// A buffer of this thread with a writer over it, for JSON that is copied from it at once. Escaped is what JSON asks
/// for and nothing else: much of it holds JSON or policies as text, and a quote that is written as if it went into a
/// page takes six bytes instead of two.
/// </summary>
public sealed class JsonPad
{
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static JsonPad? _kept;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    private JsonPad() =>
        Writer = new(_bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>What writes to it; to be flushed before <see cref="Written"/> is read.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>What was written, as UTF-8.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>
    /// An empty pad. Who writes while another of this thread does gets one of its own, and so does who comes after one
    /// that failed and did not give its own back.
    /// </summary>
    public static JsonPad Take()
    {
        var pad = _kept ?? new();
        _kept = null;
        pad._bytes.ResetWrittenCount();
        pad.Writer.Reset(pad._bytes);
        return pad;
    }

    /// <summary>Gives it back, to be taken again; one that has grown large is let go.</summary>
    public void Return()
    {
        if (_bytes.Capacity <= MostKept)
            _kept = this;
    }
}
