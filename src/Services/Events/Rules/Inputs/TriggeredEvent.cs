using System.Text.Json;

namespace Orrery.Services.Events.Rules.Inputs;

/// <summary>An event that a rule sends to its targets.</summary>
/// <param name="RuleName">The rule.</param>
/// <param name="RuleArn">And its ARN.</param>
/// <param name="Ingested">When EventBridge took the event.</param>
/// <param name="Occurred">The event.</param>
/// <param name="Json">And its text.</param>
internal sealed record TriggeredEvent(
    string RuleName, string RuleArn, DateTimeOffset Ingested, JsonElement Occurred, string Json);
