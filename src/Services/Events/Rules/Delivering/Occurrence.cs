using System.Text.Json;

namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>An event on its way to targets.</summary>
/// <param name="Event">The event.</param>
/// <param name="Json">And its text.</param>
/// <param name="TraceHeader">The trace header that whoever put it gave it.</param>
internal sealed record Occurrence(JsonElement Event, string Json, string? TraceHeader = null);
