namespace Orrery.Services.Sns.Messages;

/// <summary>A message that a topic took.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="SequenceNumber">Its place among the messages of a FIFO topic; null for others.</param>
internal sealed record Sent(string MessageId, string? SequenceNumber);
