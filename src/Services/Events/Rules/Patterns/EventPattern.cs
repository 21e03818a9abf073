using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>
/// A parsed event pattern. Source: EventBridge User Guide, "Creating Amazon EventBridge event patterns" and "Comparison
/// operators for use in event patterns".
/// </summary>
internal sealed class EventPattern
{
    private readonly PatternNode _root;

    private EventPattern(PatternNode root) => _root = root;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="Core.ServiceException">InvalidEventPatternException, with the reason.</exception>
    public static EventPattern Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(PatternParser.Object(document.RootElement, ""))
                : throw Errors.Pattern("Filter is not an object");
        }
        catch (JsonException error)
        {
            throw Errors.Pattern($"it is not JSON: {error.Message}");
        }
    }

    /// <summary>Whether an event is what the pattern asks for.</summary>
    public bool Matches(JsonElement occurred) => _root.Matches(occurred);
}
