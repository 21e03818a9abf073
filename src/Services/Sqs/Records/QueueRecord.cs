namespace Orrery.Services.Sqs.Records;

/// <summary>A queue. Its messages are elsewhere, in a space of their own.</summary>
internal sealed record QueueRecord
{
    /// <summary>The name, the suffix of FIFO queues included.</summary>
    public required string Name { get; init; }

    /// <summary>What tells it from another queue that bore the same name.</summary>
    public required string Id { get; init; }

    /// <summary>Where its messages are: another one after each purge.</summary>
    public required string Space { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When an attribute was last set.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>The delay of messages that bring none.</summary>
    public int DelaySeconds { get; init; }

    /// <summary>The limit of a message, in bytes.</summary>
    public int MaximumMessageSize { get; init; } = 1_048_576;

    /// <summary>How long messages are kept.</summary>
    public int MessageRetentionPeriod { get; init; } = 345_600;

    /// <summary>How long a receive waits that does not say.</summary>
    public int ReceiveMessageWaitTimeSeconds { get; init; }

    /// <summary>How long a received message is hidden.</summary>
    public int VisibilityTimeout { get; init; } = 30;

    /// <summary>The policy, as it was given.</summary>
    public string? Policy { get; init; }

    /// <summary>The redrive policy, as it was given.</summary>
    public string? RedrivePolicy { get; init; }

    /// <summary>The dead-letter queue of the redrive policy.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>How often a message is received before it goes there.</summary>
    public int MaxReceiveCount { get; init; }

    /// <summary>The redrive allow policy, as it was given.</summary>
    public string? RedriveAllowPolicy { get; init; }

    /// <summary>Whether it keeps the order.</summary>
    public bool IsFifo { get; init; }

    /// <summary>Whether the content makes the deduplication id.</summary>
    public bool ContentBasedDeduplication { get; init; }

    /// <summary>Where duplicates are looked for: <c>queue</c> or <c>messageGroup</c>.</summary>
    public string DeduplicationScope { get; init; } = "queue";

    /// <summary>What AWS counts throughput by; Orrery does not throttle.</summary>
    public string FifoThroughputLimit { get; init; } = "perQueue";

    /// <summary>The KMS key.</summary>
    public string? KmsMasterKeyId { get; init; }

    /// <summary>How long AWS reuses a data key; here KMS is asked each time.</summary>
    public int? KmsDataKeyReusePeriodSeconds { get; init; }

    /// <summary>Whether AWS encrypts with its own key.</summary>
    public bool SqsManagedSseEnabled { get; init; } = true;

    /// <summary>When it was last purged.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
