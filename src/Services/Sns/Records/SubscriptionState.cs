namespace Orrery.Services.Sns.Records;

/// <summary>Where a subscription is in its life. Persisted by name.</summary>
internal enum SubscriptionState
{
    /// <summary>Its endpoint has not confirmed it.</summary>
    Pending,

    /// <summary>It receives messages.</summary>
    Confirmed,

    /// <summary>It is gone; the token of its last message can bring it back.</summary>
    Unsubscribed,
}
