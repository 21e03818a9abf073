using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Records;

/// <summary>An HTTP request that is to be sent. It goes when it has arrived, or when nobody tries any more.</summary>
internal sealed record PostRecord
{
    /// <summary>Its key.</summary>
    public required SnsKey Id { get; init; }

    /// <summary>The subscription that it is for.</summary>
    public required SnsKey Subscription { get; init; }

    /// <summary>The name of the topic that it comes from.</summary>
    public required string Topic { get; init; }

    /// <summary>Where to.</summary>
    public required string Url { get; init; }

    /// <summary>Its headers, in order.</summary>
    public required IReadOnlyList<PostHeader> Headers { get; init; }

    /// <summary>Its body.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is to be sent now; else a timer makes it so.</summary>
    public bool IsReady { get; init; }

    /// <summary>How often it was sent in vain.</summary>
    public int Failures { get; init; }

    /// <summary>Whether a dead-letter queue gets it: what is no notification is only dropped.</summary>
    public bool IsNotification { get; init; }
}
