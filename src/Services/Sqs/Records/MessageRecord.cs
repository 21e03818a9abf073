using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A message as it was sent. Never changed: what becomes of it is in other tables.</summary>
internal sealed record MessageRecord
{
    /// <summary>Its place: space and item.</summary>
    public required RowKey Key { get; init; }

    /// <summary>The message id.</summary>
    public required string Id { get; init; }

    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>Who sent it.</summary>
    public required string SenderId { get; init; }

    /// <summary>When it was sent; its retention counts from here.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<AttributeRecord>? Attributes { get; init; }

    /// <summary>The X-Ray trace header.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The ARN of the KMS key that it was sent under; null where KMS had nothing to do with it.</summary>
    public string? KeyArn { get; init; }

    /// <summary>The message group.</summary>
    public string? GroupId { get; init; }

    /// <summary>The deduplication id.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>The sequence number, in FIFO queues.</summary>
    public string? SequenceNumber { get; init; }

    /// <summary>The queue that it came from, in a dead-letter queue.</summary>
    public string? SourceArn { get; init; }

    /// <summary>Until when it is delayed.</summary>
    public DateTimeOffset? DelayedUntil { get; init; }
}
