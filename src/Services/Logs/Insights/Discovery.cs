using System.Globalization;
using System.Text.Json;
using Orrery.Services.Logs.Patterns;

namespace Orrery.Services.Logs.Insights;

/// <summary>
/// The fields that are discovered in a JSON event: names and, for nested ones, dots between; at most 200. Source:
/// CloudWatch Logs User Guide, "Supported logs and discovered fields".
/// </summary>
internal static class Discovery
{
    private const int Most = 200;

    /// <summary>The fields of a message; none where it is not a JSON object.</summary>
    public static IReadOnlyDictionary<string, string> Fields(string message)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = message.IndexOf('{', StringComparison.Ordinal);
        if (start < 0 || message.AsSpan(0, start).Trim().Length > 0)
        {
            return fields;
        }

        try
        {
            using var json = JsonDocument.Parse(message);
            Add(fields, "", json.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON: nothing is discovered.
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Add(fields, name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var element in value.EnumerateArray())
            {
                Add(fields, string.Create(CultureInfo.InvariantCulture, $"{name}.{i++}"), element);
            }
        }
        else if (fields.Count < Most && value.ValueKind != JsonValueKind.Null)
        {
            fields[name] = value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? (value.GetBoolean() ? "1" : "0")
                : JsonSelector.TextOf(value)!;
        }
    }
}
