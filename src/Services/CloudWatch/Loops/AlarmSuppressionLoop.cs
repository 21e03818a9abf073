using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Loops;

/// <summary>Ends the wait periods and extension periods of composite alarms.</summary>
public sealed class AlarmSuppressionLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the alarm's name.</summary>
    internal const string TimerKind = "cloudwatch.alarm-suppression";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>The suppressor of a composite alarm went into ALARM or out of it.</summary>
    internal static void SuppressorChanged(Call call, AlarmRecord alarm, bool intoAlarm)
    {
        var state = call.Read(AlarmTables.States).Find(alarm.Name)!;
        if (intoAlarm)
        {
            var by = state.SuppressedBy == ActionsSuppressedBy.ExtensionPeriod
                ? ActionsSuppressedBy.Alarm
                : state.SuppressedBy;
            call.Write(AlarmTables.States).Put(state with { ExtensionUntil = null, SuppressedBy = by });
        }
        else if (alarm.Rule!.ExtensionPeriod is > 0 and var seconds)
        {
            var until = call.Now.AddSeconds(seconds);
            var by = state.SuppressedBy == ActionsSuppressedBy.Alarm
                ? ActionsSuppressedBy.ExtensionPeriod
                : state.SuppressedBy;
            call.Schedule(TimerKind, until, alarm.Name.Value);
            call.Write(AlarmTables.States).Put(state with { ExtensionUntil = until, SuppressedBy = by });
        }
        else if (state.SuppressedBy == ActionsSuppressedBy.Alarm)
        {
            Release(call, alarm, state);
        }
    }

    /// <summary>
    /// An alarm was put anew: what it waited for is over. What its suppressor holds back stays held back; else it is
    /// dropped, as the new definition has had no change of state yet (guessed).
    /// </summary>
    internal static void Restart(Call call, AlarmRecord alarm)
    {
        Forget(call, alarm.Name);
        var state = call.Read(AlarmTables.States).Find(alarm.Name)!;
        var holds = state.SuppressedBy is not null && Suppression.IsSuppressing(call, alarm);
        call.Write(AlarmTables.States).Put(state with
        {
            WaitUntil = null,
            ExtensionUntil = null,
            SuppressedBy = holds ? ActionsSuppressedBy.Alarm : null,
            HeldSince = holds ? state.HeldSince : null,
        });
    }

    /// <summary>Takes back what is planned for an alarm.</summary>
    internal static void Forget(Call call, AlarmName name) => call.Cancel(TimerKind, name.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var name = new AlarmName(subject);
        if (call.Read(AlarmTables.Alarms).Find(name) is not { } alarm
            || call.Read(AlarmTables.States).Find(name) is not { } state
            || state.WaitUntil > call.Now || state.ExtensionUntil > call.Now)
            return;
        state = state with { WaitUntil = null, ExtensionUntil = null };
        if (state.SuppressedBy is not null && !Suppression.IsSuppressing(call, alarm))
        {
            Release(call, alarm, state);
            return;
        }

        var by = state.SuppressedBy is null ? (ActionsSuppressedBy?)null : ActionsSuppressedBy.Alarm;
        call.Write(AlarmTables.States).Put(state with { SuppressedBy = by });
    }

    /// <summary>Does what was held back, as the state is now.</summary>
    private static void Release(Call call, AlarmRecord alarm, AlarmStateRecord state)
    {
        var after = state with { SuppressedBy = null, HeldSince = null, Updated = call.Now };
        call.Write(AlarmTables.States).Put(after);
        AlarmEvents.StateChange(call, alarm, state, after);
        AlarmActing.Do(call, alarm, state with { Value = state.HeldSince ?? state.Value }, after);
    }
}
