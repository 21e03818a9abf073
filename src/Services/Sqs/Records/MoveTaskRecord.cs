using Orrery.Services.Sqs.Ids;

namespace Orrery.Services.Sqs.Records;

/// <summary>A message move task.</summary>
internal sealed record MoveTaskRecord
{
    /// <summary>The id.</summary>
    public required RowKey Id { get; init; }

    /// <summary>The queue that messages are taken from.</summary>
    public required string SourceArn { get; init; }

    /// <summary>The queue that they go to; null for those that they came from.</summary>
    public string? DestinationArn { get; init; }

    /// <summary>How many in a second, where it was said.</summary>
    public int? Rate { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The state.</summary>
    public MoveTaskState State { get; init; }

    /// <summary>How many have been moved.</summary>
    public long Moved { get; init; }

    /// <summary>How many there were when it began.</summary>
    public long ToMove { get; init; }

    /// <summary>Why it failed.</summary>
    public string? FailureReason { get; init; }
}
