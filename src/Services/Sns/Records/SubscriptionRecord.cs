using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Records;

/// <summary>A subscription; it lies in the scope of its topic.</summary>
internal sealed record SubscriptionRecord
{
    /// <summary>The last part of its ARN.</summary>
    public required SnsKey Id { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The topic's name.</summary>
    public required string Topic { get; init; }

    /// <summary>The account that subscribed.</summary>
    public required string Owner { get; init; }

    /// <summary>The principal that subscribed.</summary>
    public required string Principal { get; init; }

    /// <summary>How messages are sent.</summary>
    public required string Protocol { get; init; }

    /// <summary>Where to.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Where it is in its life.</summary>
    public SubscriptionState State { get; init; }

    /// <summary>The token that confirms it.</summary>
    public string? Token { get; init; }

    /// <summary>Until when the token does so.</summary>
    public DateTimeOffset? TokenExpires { get; init; }

    /// <summary>Whether who confirmed it was authenticated.</summary>
    public bool Authenticated { get; init; }

    /// <summary>Whether only its owner and the topic's may end it.</summary>
    public bool GuardsUnsubscribe { get; init; }

    /// <summary>The attributes that were set, as they were given.</summary>
    public SortedDictionary<string, string> Attributes { get; init; } = [];

    /// <summary>What an attribute was set to, or null.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>Whether it gets the message as it is.</summary>
    public bool IsRaw() => Attribute("RawMessageDelivery") == "true";
}
