using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Records;

/// <summary>Says where an event stands when a stream is read backwards.</summary>
/// <param name="Key">The event's key, turned round.</param>
public sealed record TurnRecord(EventKey Key);
