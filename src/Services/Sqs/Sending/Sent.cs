namespace Orrery.Services.Sqs.Sending;

/// <summary>What the sender of a message is told.</summary>
/// <param name="MessageId">The message id.</param>
/// <param name="SequenceNumber">The sequence number, from a FIFO queue.</param>
/// <param name="Body">The digest of the body.</param>
/// <param name="Attributes">The digest of the attributes.</param>
/// <param name="SystemAttributes">The digest of the system attributes.</param>
internal sealed record Sent(
    string MessageId, string? SequenceNumber, string Body, string? Attributes, string? SystemAttributes);
