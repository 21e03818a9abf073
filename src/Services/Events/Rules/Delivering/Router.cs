using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Archives;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Inputs;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Services.Events.Rules.Patterns;

namespace Orrery.Services.Events.Rules.Delivering;

/// <summary>Takes an event on a bus: archives keep it, rules that match it send it to their targets.</summary>
internal static class Router
{
    /// <summary>Routes an event.</summary>
    public static void Route(Call call, Scope scope, string bus, string json, string? trace = null)
    {
        using var document = JsonDocument.Parse(json);
        if (!SealedBuses.Takes(call, scope, bus, (document.RootElement, json)))
            return;
        Keeping.Keep(call, scope, bus, document.RootElement, json);
        Match(call, (scope, bus), new(document.RootElement, json, trace), null);
    }

    /// <summary>Sends an event to the targets of the rules that match it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="bus">The bus.</param>
    /// <param name="occurred">The event.</param>
    /// <param name="only">The ARNs of the rules that take part; null: all.</param>
    public static void Match(
        Call call, (Scope Scope, string Name) bus, Occurrence occurred, IReadOnlyList<string>? only)
    {
        var memory = call.Port<PatternMemory>();
        foreach (var rule in call.Read(Tables.Rules, bus.Scope).By(Tables.RulesByBus, bus.Name))
        {
            if (rule is { IsEnabled: true, Pattern: { } pattern }
                && (only is null || only.Contains(Names.Rule(bus.Scope, rule)))
                && memory.Of(pattern).Matches(occurred.Event))
            {
                Trigger(call, bus.Scope, rule, occurred);
            }
        }
    }

    /// <summary>
    /// Sends an event to all targets of a rule. Queues, topics and log groups let in by their policies, whatever role
    /// the target names; buses by the role's where there is one (EventBridge User Guide, "Using resource-based
    /// policies").
    /// </summary>
    public static void Trigger(Call call, Scope scope, RuleRecord rule, Occurrence occurred)
    {
        var arn = Names.Rule(scope, rule);
        foreach (var target in rule.Targets)
        {
            var body = TargetInput.Of(target, new(rule.Name, arn, call.Now, occurred.Event, occurred.Json));
            Deliveries.Send(call, scope, new()
            {
                Id = new(call.NewId("att")),
                TargetArn = target.Arn,
                Source = "events.amazonaws.com",
                SourceArn = arn,
                Role = Names.BusOf(target.Arn) is null ? null : target.Role,
                Body = body,
                Original = body == occurred.Json ? null : occurred.Json,
                GroupId = target.GroupId,
                TraceHeader = occurred.TraceHeader,
                DeadLetterArn = target.DeadLetterArn,
                MaxAttempts = target.MaxAttempts ?? Deliveries.StandardAttempts,
                MaxAge = target.MaxAge ?? Deliveries.StandardAge,
                First = call.Now,
            });
        }
    }
}
