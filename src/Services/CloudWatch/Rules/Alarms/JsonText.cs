using System.Globalization;
using System.Text.Json;
using Orrery.Operations;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Writes the JSON that alarms tell others.</summary>
internal static class JsonText
{
    /// <summary>An instant as alarms write it: <c>2023-08-04T12:54:46.138+0000</c>.</summary>
    public static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    /// <summary>A number as Java writes it: with a decimal point.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E', 'N') >= 0 ? text : text + ".0";
    }

    /// <summary>Writes a number so.</summary>
    public static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Number(value));
    }

    /// <summary>Writes JSON that is at hand as text, or null.</summary>
    public static void WriteRaw(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null) return;
        json.WritePropertyName(name);
        json.WriteRawValue(text);
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>JSON without some members, at any depth.</summary>
    public static string Without(string text, IReadOnlyList<string> names)
    {
        using var document = JsonDocument.Parse(text);
        return JsonTexts.Of(json => Copy(json, document.RootElement, names));
    }

    private static void Copy(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            element.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var member in element.EnumerateObject().Where(member => !names.Contains(member.Name)))
        {
            json.WritePropertyName(member.Name);
            Copy(json, member.Value, names);
        }

        json.WriteEndObject();
    }
}
