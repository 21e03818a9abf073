using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Sending;

/// <summary>A message that somebody wants to send.</summary>
internal sealed record Draft
{
    /// <summary>The body.</summary>
    public string? Body { get; init; }

    /// <summary>The delay, where one is given.</summary>
    public int? DelaySeconds { get; init; }

    /// <summary>The attributes.</summary>
    public IReadOnlyDictionary<string, MessageAttributeValue>? Attributes { get; init; }

    /// <summary>The system attributes.</summary>
    public IReadOnlyDictionary<string, MessageSystemAttributeValue>? SystemAttributes { get; init; }

    /// <summary>The message group.</summary>
    public string? GroupId { get; init; }

    /// <summary>The deduplication id.</summary>
    public string? DeduplicationId { get; init; }
}
