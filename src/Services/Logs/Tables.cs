using Orrery.Kernel.State;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs;

/// <summary>The tables of CloudWatch Logs. Events can be millions: they live in the store.</summary>
internal static class Tables
{
    public static readonly Table<GroupName, GroupRecord> Groups =
        Table<GroupName, GroupRecord>.Resident("logs.groups", r => r.Name, () => LogsJson.Default.GroupRecord);

    public static readonly Table<PartKey, StreamRecord> Streams =
        Table<PartKey, StreamRecord>.Resident("logs.streams", r => r.Key, () => LogsJson.Default.StreamRecord);

    public static readonly Index<PartKey, StreamRecord> StreamsByGroup = Streams.Index("group", r => r.Group);

    public static readonly Index<PartKey, StreamRecord> StreamsById = Streams.Index("id", r => r.Id);

    public static readonly Table<EventKey, EventRecord> Events =
        Table<EventKey, EventRecord>.Stored("logs.events", r => r.Key, () => LogsJson.Default.EventRecord);

    /// <summary>The order of events from the last to the first.</summary>
    public static readonly Table<EventKey, TurnRecord> Turns =
        Table<EventKey, TurnRecord>.Stored("logs.event-turns", r => r.Key, () => LogsJson.Default.TurnRecord);

    public static readonly Table<PartKey, MetricFilterRecord> MetricFilters =
        Table<PartKey, MetricFilterRecord>.Resident(
            "logs.metric-filters", r => r.Key, () => LogsJson.Default.MetricFilterRecord);

    public static readonly Index<PartKey, MetricFilterRecord> MetricFiltersByGroup =
        MetricFilters.Index("group", r => r.Group);

    public static readonly Table<PartKey, SubscriptionRecord> Subscriptions =
        Table<PartKey, SubscriptionRecord>.Resident(
            "logs.subscriptions", r => r.Key, () => LogsJson.Default.SubscriptionRecord);

    public static readonly Index<PartKey, SubscriptionRecord> SubscriptionsByGroup =
        Subscriptions.Index("group", r => r.Group);

    public static readonly Table<TextKey, PolicyRecord> Policies =
        Table<TextKey, PolicyRecord>.Resident("logs.policies", r => r.Key, () => LogsJson.Default.PolicyRecord);

    public static readonly Table<TextKey, QueryRecord> Queries =
        Table<TextKey, QueryRecord>.Resident("logs.queries", r => r.Id, () => LogsJson.Default.QueryRecord);

    public static readonly Table<TextKey, DefinitionRecord> Definitions =
        Table<TextKey, DefinitionRecord>.Resident(
            "logs.definitions", r => r.Id, () => LogsJson.Default.DefinitionRecord);

    public static readonly Table<TextKey, ResultKeyRecord> ResultKeys =
        Table<TextKey, ResultKeyRecord>.Resident(
            "logs.result-keys", r => r.Key, () => LogsJson.Default.ResultKeyRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
        [Groups, Streams, Events, Turns, MetricFilters, Subscriptions, Policies, Queries, Definitions, ResultKeys];
}
