using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Loops;

/// <summary>
/// Evaluates metric alarms. An alarm has one timer at most: for the next instant at which its state would change as far
/// as is known. What changes that (data, a definition, a state set by hand) has it looked at again at the next instant
/// of evaluation, which is how soon AWS would.
/// </summary>
public sealed class AlarmLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the alarm's name.</summary>
    internal const string TimerKind = "cloudwatch.alarm";

    private const long ShortestSpan = 3600;
    private const long LongestSpan = 16 * 86400;
    private const int SpanGrowth = 4;

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public bool Together => true;

    /// <summary>Has an alarm evaluated at its next instant of evaluation.</summary>
    internal static void LookSoon(Call call, AlarmRecord alarm)
    {
        var soon = StatRead.At(new AlarmTerms(alarm.Watch!).Evaluated(call.Now.ToUnixTimeSeconds() + 1));
        var look = call.Read(AlarmTables.Looks).Find(alarm.Name);
        if (look?.Due is not { } due || due > soon) Plan(call, look ?? new(alarm.Name, null, 0), soon, ShortestSpan);
        if (call.Read(AlarmTables.States).Find(alarm.Name)?.Value == StateValue.Alarm)
            AlarmActing.Unforeseen(call, alarm);
    }

    /// <summary>Takes back what is planned for an alarm.</summary>
    internal static void Forget(Call call, AlarmName name)
    {
        call.Cancel(TimerKind, name.Value);
        call.Write(AlarmTables.Looks).Remove(name);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var name = new AlarmName(subject);
        if (call.Read(AlarmTables.Alarms).Find(name) is not { Watch: { } watch } alarm
            || call.Read(AlarmTables.Looks).Find(name) is not { } planned)
            return;
        var state = call.Read(AlarmTables.States).Find(name)!;
        var look = AlarmLook.Of(call, watch, state.Value, planned.Span);
        var next = look.Next is { } second ? StatRead.At(second) : (DateTimeOffset?)null;

        // Longer while nothing unforeseen happens: what is looked at anew all the time does not look far.
        Plan(call, planned with { Due = null }, next, Math.Min(LongestSpan, planned.Span * SpanGrowth));
        var value = AlarmLook.StateAfter(look.Verdict, state.Value);
        if (value == state.Value) return;
        AlarmTransition.Change(
            call, alarm, new(value) { Evaluation = Evaluations.Of(watch, look, state.Value, call.Now) });
    }

    private static void Plan(Call call, AlarmLookRecord look, DateTimeOffset? due, long span)
    {
        if (look.Due is not null)
            call.Cancel(TimerKind, look.Name.Value);
        call.Write(AlarmTables.Looks).Put(look with { Due = due, Span = span });
        if (due is { } at)
            call.Schedule(TimerKind, at, look.Name.Value);
    }
}
