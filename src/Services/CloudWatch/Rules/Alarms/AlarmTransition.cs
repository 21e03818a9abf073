using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Changes the state of an alarm, and does all that follows in the same call: history, event, actions, the composite
/// alarms above it and those that it suppresses.
/// </summary>
internal static class AlarmTransition
{
    /// <summary>Gives an alarm a state. The actions are done only where it is another one than it had.</summary>
    public static void Change(Call call, AlarmRecord alarm, StateWhy to) => Change(call, alarm, to, []);

    private static void Change(Call call, AlarmRecord alarm, StateWhy to, HashSet<AlarmName> path)
    {
        var before = call.Read(AlarmTables.States).Find(alarm.Name)!;
        var after = before with
        {
            Value = to.Value,
            Reason = to.Reason,
            ReasonData = to.Data,
            Evaluation = to.Evaluation,
            Updated = call.Now,
        };
        if (before.Value == to.Value)
        {
            call.Write(AlarmTables.States).Put(after);
            return;
        }

        after = Suppression.OnChange(call, alarm, before, after with { Transitioned = call.Now });
        call.Write(AlarmTables.States).Put(after);
        AlarmHistory.StateUpdate(call, alarm, before, after);
        AlarmEvents.StateChange(call, alarm, before, after);
        if (before.Value == StateValue.Alarm)
            AlarmActing.Unforeseen(call, alarm);
        if (after.SuppressedBy is null)
            AlarmActing.Do(call, alarm, before, after);
        foreach (var listener in call.PortsOf<IAlarmListener>())
            listener.Changed(call, alarm.Name.Value, to.Value.ToWire());
        path.Add(alarm.Name);
        foreach (var parent in call.Read(AlarmTables.Alarms).By(AlarmTables.ByChild, alarm.Name.Value).ToList())
            Refresh(call, parent, alarm, path);
        if (before.Value == StateValue.Alarm || to.Value == StateValue.Alarm)
            TellSuppressed(call, alarm, to.Value == StateValue.Alarm);
        path.Remove(alarm.Name);
    }

    /// <summary>Evaluates a composite alarm that was made or put anew.</summary>
    /// <param name="call">The call.</param>
    /// <param name="composite">The alarm.</param>
    /// <param name="verb">created or updated.</param>
    public static void Refresh(Call call, AlarmRecord composite, string verb)
    {
        var value = ValueOf(call, composite);
        if (value == call.Read(AlarmTables.States).Find(composite.Name)!.Value) return;
        var reason = $"{composite.Arn} was {verb} and its alarm rule evaluates to {value.ToWire()}";
        Change(call, composite, new(value) { Reason = reason, Data = CompositeReason.Data(call, composite) });
    }

    /// <summary>
    /// Evaluates a composite alarm because an alarm in its rule changed. The evaluation stops where alarms depend on
    /// one another in a circle. Source: botocore documentation of PutCompositeAlarm.
    /// </summary>
    private static void Refresh(Call call, AlarmRecord composite, AlarmRecord child, HashSet<AlarmName> path)
    {
        if (path.Contains(composite.Name)) return;
        var value = ValueOf(call, composite);
        if (value == call.Read(AlarmTables.States).Find(composite.Name)!.Value) return;
        var to = new StateWhy(value)
        {
            Reason = CompositeReason.Text(call, child), Data = CompositeReason.Data(call, composite),
        };
        Change(call, composite, to, path);
    }

    /// <summary>
    /// Tells the alarms that an alarm suppresses that it went into ALARM or out of it; between its other states they
    /// have nothing to wait for. Source: botocore documentation of PutCompositeAlarm, ActionsSuppressorExtensionPeriod.
    /// </summary>
    private static void TellSuppressed(Call call, AlarmRecord suppressor, bool intoAlarm)
    {
        var name = suppressor.Name.Value;
        foreach (var above in call.Read(AlarmTables.Alarms).By(AlarmTables.BySuppressor, name).ToList())
            AlarmSuppressionLoop.SuppressorChanged(call, above, intoAlarm);
    }

    private static StateValue ValueOf(Call call, AlarmRecord composite)
    {
        var states = call.Read(AlarmTables.States);
        var rule = RuleParser.Parse(composite.Rule!.Text);
        return rule.Holds(name => states.Find(new(name))?.Value) ? StateValue.Alarm : StateValue.Ok;
    }
}
