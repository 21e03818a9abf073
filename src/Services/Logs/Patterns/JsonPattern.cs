using System.Text.Json;

namespace Orrery.Services.Logs.Patterns;

/// <summary>A condition in braces. Events that are not a JSON object or array never match.</summary>
internal sealed class JsonPattern(JsonTest test, bool hasRegex) : FilterPattern
{
    /// <inheritdoc/>
    public override bool HasRegex => hasRegex;

    /// <inheritdoc/>
    public override PatternMatch? Match(string message)
    {
        if (message.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(message);
            return test.Holds(json.RootElement)
                ? new(PatternMatch.Plain.Extracted, field => FieldOf(message, field))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FieldOf(string message, string field)
    {
        if (!field.StartsWith("$.", StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(message);
        var found = JsonSelector.Parse(field).Find(json.RootElement).ToList();
        return found.Count == 1 && found[0].ValueKind != JsonValueKind.Null ? JsonSelector.TextOf(found[0]) : null;
    }
}
