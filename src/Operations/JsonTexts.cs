using System.Text;
using System.Text.Json;
using Orrery.Core;

namespace Orrery.Operations;

/// <summary>Writes JSON that services keep or tell others as text.</summary>
public static class JsonTexts
{
    /// <summary>The text that a writer writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var pad = JsonPad.Take();
        write(pad.Writer);
        pad.Writer.Flush();
        var text = Encoding.UTF8.GetString(pad.Written);
        pad.Return();
        return text;
    }

    /// <summary>The text of an object.</summary>
    public static string Object(Action<Utf8JsonWriter> members) => Of(json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    });
}
