using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Delivering;
using Orrery.Operations.Schedules;

namespace Orrery.Services.Events.Loops;

/// <summary>Triggers rules by their schedules: one timer for the next instant of each.</summary>
public sealed class RuleLoop : ITimerHandler
{
    internal const string TimerKind = "events.rule-due";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets the timer of a rule anew, or takes it back.</summary>
    internal static void Arm(Call call, RuleRecord rule)
    {
        call.Cancel(TimerKind, rule.Key.Value);
        if (rule is { IsEnabled: true, Schedule: { } schedule }
            && ScheduleExpression.OfRule(schedule)!.NextFrom(call.Now.AddTicks(1), rule.Anchor) is { } due)
        {
            call.Schedule(TimerKind, due, rule.Key.Value);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Rules).Find(new(subject)) is not { IsEnabled: true, Schedule: not null } rule)
            return;
        var parts = new EventParts("aws.events", "Scheduled Event", [Names.Rule(call.Scope, rule)], "{}");
        var json = Envelope.Write(call.Scope, Envelope.NewId(call), call.Now, parts);
        using var document = JsonDocument.Parse(json);
        Router.Trigger(call, call.Scope, rule, new(document.RootElement, json));
        Arm(call, rule);
    }
}
