using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Records;

/// <summary>A message that a FIFO topic took, by what it is known again.</summary>
internal sealed record SeenMessageRecord
{
    /// <summary>Topic, group where it counts, and deduplication id.</summary>
    public required SnsKey Id { get; init; }

    /// <summary>The message's id.</summary>
    public required string MessageId { get; init; }

    /// <summary>Its sequence number.</summary>
    public required string SequenceNumber { get; init; }

    /// <summary>Until when it is known again.</summary>
    public required DateTimeOffset Until { get; init; }
}
