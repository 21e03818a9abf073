using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orrery.Core;

namespace Orrery.Kernel.State;

/// <summary>Writes records as JSON.</summary>
internal static class RecordJson
{
    /// <summary>A record as UTF-8 JSON.</summary>
    public static byte[] Of<TRecord>(TRecord record, JsonTypeInfo<TRecord> type)
    {
        var pad = JsonPad.Take();
        JsonSerializer.Serialize(pad.Writer, record, type);
        pad.Writer.Flush();
        var json = pad.Written.ToArray();
        pad.Return();
        return json;
    }
}
