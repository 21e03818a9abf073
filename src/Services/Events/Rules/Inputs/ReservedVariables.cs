using System.Text.Json;
using Orrery.Services.Events.Rules.Delivering;

namespace Orrery.Services.Events.Rules.Inputs;

/// <summary>
/// The variables that every template has. Source: EventBridge User Guide, "Amazon EventBridge input transformation",
/// Predefined variables.
/// </summary>
internal static class ReservedVariables
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "aws.events.rule-arn", "aws.events.rule-name", "aws.events.event.ingestion-time", "aws.events.event",
        "aws.events.event.json",
    ];

    /// <summary>Their values as JSON. <c>aws.events.event</c> is the event without its detail.</summary>
    public static Dictionary<string, string?> Of(TriggeredEvent triggered) => new(StringComparer.Ordinal)
    {
        [Names[0]] = Text(triggered.RuleArn),
        [Names[1]] = Text(triggered.RuleName),
        [Names[2]] = Text(Envelope.Time(triggered.Ingested)),
        [Names[3]] = Envelope.Rewrite(triggered.Occurred, null, "detail"),
        [Names[4]] = triggered.Json,
    };

    private static string Text(string value) => $"\"{JsonEncodedText.Encode(value, Relaxed).Value}\"";

    private static System.Text.Encodings.Web.JavaScriptEncoder Relaxed =>
        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
}
