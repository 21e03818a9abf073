using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Loops;

/// <summary>Removes a group with its schedules. How long AWS takes is guessed.</summary>
public sealed class ScheduleGroupLoop : ITimerHandler
{
    internal const string TimerKind = "scheduler.group-deleting";

    private static readonly TimeSpan Deleting = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a group on its way out; its schedules stop at once.</summary>
    internal static void Begin(Call call, ScheduleGroupRecord group)
    {
        call.Write(SchedulerTables.Groups).Put(group with { IsDeleting = true, Modified = call.Now });
        foreach (var schedule in Of(call, group.Name.Value))
            call.Cancel(ScheduleLoop.TimerKind, schedule.Key.Value);
        call.Settle(TimerKind, Deleting, group.Name.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        foreach (var schedule in Of(call, subject))
            ScheduleLoop.Remove(call, schedule);
        call.Write(SchedulerTables.Groups).Remove(new(subject));
    }

    private static List<ScheduleRecord> Of(ReadCall call, string group) =>
        [.. call.Read(SchedulerTables.Schedules).By(SchedulerTables.SchedulesByGroup, group)];
}
