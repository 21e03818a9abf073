namespace Orrery.Cli.Tail;

/// <summary>An event of a log group, as <c>orrery logs tail</c> shows it.</summary>
/// <param name="EventId">By which it is known again.</param>
/// <param name="Timestamp">When it happened, in milliseconds since 1970.</param>
/// <param name="LogStreamName">Its stream.</param>
/// <param name="Message">Its text.</param>
internal sealed record TailedEvent(string EventId, long Timestamp, string LogStreamName, string Message);
