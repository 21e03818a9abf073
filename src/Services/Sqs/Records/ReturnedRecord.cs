using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>
/// A message that can be received and is not fresh, and how often it was received; in a FIFO queue only those that were
/// received before.
/// </summary>
/// <param name="Key">The message.</param>
/// <param name="Count">How often it was received.</param>
/// <param name="FirstReceivedAt">When it was received first.</param>
internal sealed record ReturnedRecord(RowKey Key, int Count, DateTimeOffset? FirstReceivedAt);
