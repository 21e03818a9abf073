using Orrery.Kernel.State;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events;

/// <summary>The tables of EventBridge. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<EventsKey, BusRecord> Buses =
        Table<EventsKey, BusRecord>.Resident("events.buses", r => r.Name, () => EventsJson.Default.BusRecord);

    public static readonly Table<EventsKey, RuleRecord> Rules =
        Table<EventsKey, RuleRecord>.Resident("events.rules", r => r.Key, () => EventsJson.Default.RuleRecord);

    /// <summary>Rules by bus.</summary>
    public static readonly Index<EventsKey, RuleRecord> RulesByBus = Rules.Index("bus", r => r.Bus);

    /// <summary>Rules by bus and the ARN of a target.</summary>
    public static readonly Index<EventsKey, RuleRecord> RulesByTarget =
        Rules.IndexMany("target", r => r.Targets.Select(t => $"{r.Bus}|{t.Arn}").Distinct());

    /// <summary>Deliveries that failed and are tried again.</summary>
    public static readonly Table<EventsKey, AttemptRecord> Attempts =
        Table<EventsKey, AttemptRecord>.Stored("events.attempts", r => r.Id, () => EventsJson.Default.AttemptRecord);

    /// <summary>Events on their way to a bus.</summary>
    public static readonly Table<EventsKey, HopRecord> Hops =
        Table<EventsKey, HopRecord>.Stored("events.hops", r => r.Id, () => EventsJson.Default.HopRecord);

    public static readonly Table<EventsKey, ArchiveRecord> Archives =
        Table<EventsKey, ArchiveRecord>.Resident(
            "events.archives", r => r.Name, () => EventsJson.Default.ArchiveRecord);

    /// <summary>Archives by bus.</summary>
    public static readonly Index<EventsKey, ArchiveRecord> ArchivesByBus = Archives.Index("bus", r => r.Bus);

    /// <summary>The events in archives.</summary>
    public static readonly Table<EventsKey, ArchivedRecord> Archived =
        Table<EventsKey, ArchivedRecord>.Stored("events.archived", r => r.Key, () => EventsJson.Default.ArchivedRecord);

    public static readonly Table<EventsKey, ReplayRecord> Replays =
        Table<EventsKey, ReplayRecord>.Resident("events.replays", r => r.Name, () => EventsJson.Default.ReplayRecord);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
        [Buses, Rules, Attempts, Hops, Archives, Archived, Replays];
}
