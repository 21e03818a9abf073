using Orrery.Kernel.State;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns;

/// <summary>The tables of SNS. Nobody else writes them.</summary>
internal static class Tables
{
    /// <summary>What <see cref="PostsByState"/> holds for a post that is to be sent now.</summary>
    public const string Ready = "ready";

    /// <summary>By name.</summary>
    public static readonly Table<SnsKey, TopicRecord> Topics =
        Table<SnsKey, TopicRecord>.Resident("sns.topics", r => r.Name, () => SnsJson.Default.TopicRecord);

    /// <summary>By id, in the scope of the topic.</summary>
    public static readonly Table<SnsKey, SubscriptionRecord> Subscriptions =
        Table<SnsKey, SubscriptionRecord>.Resident(
            "sns.subscriptions", r => r.Id, () => SnsJson.Default.SubscriptionRecord);

    public static readonly Index<SnsKey, SubscriptionRecord> SubscriptionsByTopic =
        Subscriptions.Index("topic", s => s.State == SubscriptionState.Unsubscribed ? null : s.Topic);

    public static readonly Index<SnsKey, SubscriptionRecord> SubscriptionsByState =
        Subscriptions.Index("state", s => s.State.ToString());

    public static readonly Index<SnsKey, SubscriptionRecord> PendingByTopic =
        Subscriptions.Index("pending", s => s.State == SubscriptionState.Pending ? s.Topic : null);

    public static readonly Index<SnsKey, SubscriptionRecord> FiltersByTopic =
        Subscriptions.Index("filter", s =>
            s.State == SubscriptionState.Unsubscribed || s.Attribute("FilterPolicy") is null ? null : s.Topic);

    public static readonly Index<SnsKey, SubscriptionRecord> SubscriptionsByToken =
        Subscriptions.Index("token", s => s.Token);

    public static readonly Index<SnsKey, SubscriptionRecord> SubscriptionsByEndpoint =
        Subscriptions.Index("endpoint", s =>
            s.State == SubscriptionState.Unsubscribed ? null : $"{s.Topic} {s.Protocol} {s.Endpoint}");

    /// <summary>What is on its way over HTTP: rows live until they have arrived, so they are few.</summary>
    public static readonly Table<SnsKey, PostRecord> Posts =
        Table<SnsKey, PostRecord>.Resident("sns.posts", r => r.Id, () => SnsJson.Default.PostRecord);

    public static readonly Index<SnsKey, PostRecord> PostsByState =
        Posts.Index("state", p => p.IsReady ? Ready : null);

    public static readonly Index<SnsKey, PostRecord> PostsByTopic = Posts.Index("topic", p => p.Topic);

    public static readonly Index<SnsKey, PostRecord> PostsBySubscription =
        Posts.Index("subscription", p => p.Subscription.Value);

    /// <summary>In the world's own scope, so that a person finds all letters in one place.</summary>
    public static readonly Table<SnsKey, LetterRecord> Letters =
        Table<SnsKey, LetterRecord>.Stored("sns.letters", r => r.Id, () => SnsJson.Default.LetterRecord);

    /// <summary>What FIFO topics know again.</summary>
    public static readonly Table<SnsKey, SeenMessageRecord> Seen =
        Table<SnsKey, SeenMessageRecord>.Stored(
            "sns.seen-messages", r => r.Id, () => SnsJson.Default.SeenMessageRecord);

    /// <summary>Sequence numbers of topics, the paces of subscriptions, and the numbers of letters.</summary>
    public static readonly Table<SnsKey, CounterRecord> Counters =
        Table<SnsKey, CounterRecord>.Resident("sns.counters", r => r.Id, () => SnsJson.Default.CounterRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Topics, Subscriptions, Posts, Letters, Seen, Counters];
}
