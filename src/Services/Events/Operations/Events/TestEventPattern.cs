using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Patterns;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Events;

/// <summary>
/// Tells whether an event matches a pattern. The event must have the fields of every event. Source:
/// EventBridge API Reference.
/// </summary>
public sealed class TestEventPattern : IReadOperation<TestEventPatternRequest, TestEventPatternResult>
{
    /// <inheritdoc/>
    public TestEventPatternResult Run(TestEventPatternRequest request, ReadCall call)
    {
        var pattern = call.Port<PatternMemory>().Of(request.EventPattern!);
        using var document = Parse(request.Event!);
        var missing = Fields.FirstOrDefault(f => !document.RootElement.TryGetProperty(f, out _));
        if (missing is not null)
            throw Errors.Validation($"Parameter Event is not valid. Reason: {missing} is a required argument.");
        return new() { Result = pattern.Matches(document.RootElement) };
    }

    private static readonly string[] Fields = ["id", "account", "source", "time", "region", "resources", "detail-type"];

    private static JsonDocument Parse(string text)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw Errors.Validation("Parameter Event is not valid. Reason: it is not a JSON object.");
    }
}
