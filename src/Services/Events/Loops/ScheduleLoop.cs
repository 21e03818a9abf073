using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Delivering;
using Orrery.Services.Events.Rules.Scheduling;

namespace Orrery.Services.Events.Loops;

/// <summary>
/// Invokes schedules: one timer for the next instant of each, and one for an invocation that waits within its flexible
/// window. Source: EventBridge Scheduler User Guide, "Schedule types" and "Deletion after schedule completion".
/// </summary>
public sealed class ScheduleLoop : ITimerHandler
{
    internal const string TimerKind = "scheduler.due";

    private const char Late = ' ';

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a schedule with its next instant from one on, and sets its timer.</summary>
    internal static void Arm(Call call, ScheduleRecord schedule, DateTimeOffset from)
    {
        call.Cancel(TimerKind, schedule.Key.Value);
        if (schedule.Start > from)
            from = schedule.Start.Value;
        // A rate counts from its start; without one it begins at once.
        var anchor = schedule.Start ?? schedule.Modified;
        var next = ScheduleRules.Expression(schedule).NextFrom(from, anchor);
        schedule = schedule with { Next = next > schedule.End ? null : next };
        call.Write(SchedulerTables.Schedules).Put(schedule);
        if (schedule is { IsEnabled: true, Next: { } due })
            call.Schedule(TimerKind, due, schedule.Key.Value);
    }

    /// <summary>Removes a schedule with its timer.</summary>
    internal static void Remove(Call call, ScheduleRecord schedule)
    {
        call.Cancel(TimerKind, schedule.Key.Value);
        call.Write(SchedulerTables.Schedules).Remove(schedule.Key);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var parts = subject.Split(Late);
        if (call.Read(SchedulerTables.Schedules).Find(new(parts[0])) is not { IsEnabled: true } schedule)
            return;
        if (parts.Length > 1)
            Invoke(call, schedule, new(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
        else if (schedule.Next is { } due)
            Due(call, schedule, due);
    }

    private static void Due(Call call, ScheduleRecord schedule, DateTimeOffset due)
    {
        Arm(call, schedule, due.AddTicks(1));
        if (schedule.Window is not { } minutes)
        {
            Invoke(call, schedule, due);
            return;
        }

        var late = TimeSpan.FromSeconds(call.Random.Next(minutes * 60));
        var subject = string.Create(CultureInfo.InvariantCulture, $"{schedule.Key.Value}{Late}{due.UtcTicks}");
        call.Schedule(TimerKind, due + late, subject);
    }

    private static void Invoke(Call call, ScheduleRecord schedule, DateTimeOffset due)
    {
        Deliveries.Send(call, call.Scope, ScheduleInput.Invocation(call, schedule, due));
        if (schedule.DeletesItself
            && call.Read(SchedulerTables.Schedules).Find(schedule.Key) is { Next: null } done)
        {
            Remove(call, done);
        }
    }
}
