using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A message that a topic was told.</summary>
public sealed record SentNotificationRecord
{
    /// <summary>Begins with the instant, so that the order of keys is that of time.</summary>
    public required ResourceKey Id { get; init; }

    /// <summary>The topic.</summary>
    public required string TopicArn { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SentAt { get; init; }
}
