using Orrery.Core;

namespace Orrery.Contracts.Delivery;

/// <summary>Something that one service hands to another.</summary>
/// <param name="TargetArn">What takes it.</param>
/// <param name="Source">The service that hands it over, as a principal: <c>events.amazonaws.com</c>.</param>
/// <param name="SourceArn">The rule, topic, alarm … that it comes from.</param>
/// <param name="Body">The message: text, most often JSON.</param>
public sealed record Delivery(string TargetArn, string Source, string? SourceArn, string Body)
{
    /// <summary>
    /// The ARN of the role with which the source acts; null where it acts as itself, so that what takes it decides.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>The account that it comes from: that of the source's ARN, unless it has none, as those of
    /// buckets.</summary>
    public string? SourceAccount
    {
        get => field ?? (SourceArn?.Split(':', 6) is [_, _, _, _, { Length: AccountNumber.Length } account, _]
            ? account
            : null);
        init;
    }

    /// <summary>Condition keys of what takes it that the request of the source has: <c>s3:x-amz-acl</c>.</summary>
    public IReadOnlyDictionary<string, string>? Conditions { get; init; }

    /// <summary>The subject, for what has one: notifications of a topic.</summary>
    public string? Subject { get; init; }

    /// <summary>The message attributes, in order.</summary>
    public IReadOnlyList<DeliveryAttribute> Attributes { get; init; } = [];

    /// <summary>The message group, for a queue or topic that is FIFO.</summary>
    public string? GroupId { get; init; }

    /// <summary>By which a FIFO queue or topic knows a message again; null where its content does.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>The X-Ray trace header that goes with it, for a queue: its <c>AWSTraceHeader</c>.</summary>
    public string? TraceHeader { get; init; }
}
