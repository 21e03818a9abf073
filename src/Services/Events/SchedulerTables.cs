using Orrery.Kernel.State;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events;

/// <summary>The tables of the scheduler. Nobody else writes them.</summary>
internal static class SchedulerTables
{
    public static readonly Table<EventsKey, ScheduleGroupRecord> Groups =
        Table<EventsKey, ScheduleGroupRecord>.Resident(
            "scheduler.groups", r => r.Name, () => EventsJson.Default.ScheduleGroupRecord);

    public static readonly Table<EventsKey, ScheduleRecord> Schedules =
        Table<EventsKey, ScheduleRecord>.Resident(
            "scheduler.schedules", r => r.Key, () => EventsJson.Default.ScheduleRecord);

    /// <summary>Schedules by group.</summary>
    public static readonly Index<EventsKey, ScheduleRecord> SchedulesByGroup = Schedules.Index("group", r => r.Group);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Groups, Schedules];
}
