using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Whether the actions of a composite alarm are held back. It holds them while its suppressor is in ALARM, for the
/// extension period after that, and for the wait period after its own state changed; what it does after that follows
/// from the state that it has then. Source: CloudWatch User Guide, "Suppressing composite alarm actions".
/// </summary>
internal static class Suppression
{
    /// <summary>The new state of an alarm, with what holds back the actions of the change.</summary>
    public static AlarmStateRecord OnChange(
        Call call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after)
    {
        if (alarm.Rule is not { SuppressorName: not null } rule || !alarm.ActionsEnabled)
            return after with { SuppressedBy = null, HeldSince = null };
        var held = after with { HeldSince = before.SuppressedBy is null ? before.Value : before.HeldSince };
        if (IsSuppressing(call, alarm))
            return held with { SuppressedBy = ActionsSuppressedBy.Alarm };
        if (before.ExtensionUntil > call.Now)
            return held with { SuppressedBy = ActionsSuppressedBy.ExtensionPeriod };
        if (rule.WaitPeriod is not > 0)
            return after with { SuppressedBy = null, HeldSince = null };
        if (before.WaitUntil > call.Now)
            return held with { SuppressedBy = ActionsSuppressedBy.WaitPeriod };
        var until = call.Now.AddSeconds(rule.WaitPeriod.Value);
        call.Schedule(AlarmSuppressionLoop.TimerKind, until, alarm.Name.Value);
        return held with { SuppressedBy = ActionsSuppressedBy.WaitPeriod, WaitUntil = until };
    }

    /// <summary>Whether the suppressor of an alarm is in ALARM.</summary>
    public static bool IsSuppressing(ReadCall call, AlarmRecord alarm) =>
        alarm.Rule?.SuppressorName is { } name
        && call.Read(AlarmTables.States).Find(new(name))?.Value == StateValue.Alarm;

    /// <summary>What holds the actions back, in words.</summary>
    public static string? Reason(ActionsSuppressedBy? by) =>
        by is { } what ? $"Actions suppressed by {what.ToWire()}" : null;
}
