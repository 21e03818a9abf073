using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A deduplication id that was used.</summary>
/// <param name="Key">Queue, span of time, digest of the id.</param>
/// <param name="At">When.</param>
/// <param name="MessageId">The message that it stands for.</param>
/// <param name="SequenceNumber">Its sequence number.</param>
internal sealed record DedupRecord(RowKey Key, DateTimeOffset At, string MessageId, string SequenceNumber);
