using Orrery.Kernel.Time;

namespace Orrery.Services.Sqs.Records;

/// <summary>
/// What is known of the messages of a space without looking at them. Those in flight are counted by their own table.
/// </summary>
internal sealed record TallyRecord
{
    /// <summary>The space.</summary>
    public required string Space { get; init; }

    /// <summary>The number of the next message: in a standard queue of the next fresh one.</summary>
    public long Next { get; init; }

    /// <summary>The number of the first message that was never received; up to <see cref="Next"/> all are
    /// there.</summary>
    public long Head { get; init; }

    /// <summary>The number of the next message that is not in the fresh row.</summary>
    public long Extra { get; init; }

    /// <summary>Messages that can be received and are not fresh: returned ones, and all of a FIFO queue.</summary>
    public long Loose { get; init; }

    /// <summary>Messages that are delayed.</summary>
    public long Delayed { get; init; }

    /// <summary>No delayed message is due before.</summary>
    public DateTimeOffset? NextDelayed { get; init; }

    /// <summary>No message expires before.</summary>
    public DateTimeOffset? NextExpiry { get; init; }

    /// <summary>When the upkeep runs.</summary>
    public DateTimeOffset? UpkeepAt { get; init; }

    /// <summary>Its timer.</summary>
    public TimerId? Upkeep { get; init; }

    /// <summary>Whether a timer forgets deduplication ids.</summary>
    public bool Forgets { get; init; }

    /// <summary>Messages that can be received, as far as the upkeep has come.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long Visible => Next - Head + Loose;
}
