using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Patterns;
using Orrery.Operations.Schedules;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>
/// Makes a rule, or replaces what it says; its targets stay, and tags are only taken for a new one. Source:
/// EventBridge API Reference.
/// </summary>
public sealed class PutRule : IWriteOperation<PutRuleRequest, PutRuleResult>
{
    /// <inheritdoc/>
    public PutRuleResult Run(PutRuleRequest request, Call call)
    {
        var bus = BusRules.Named(call, request.EventBusName);
        Check(request, call, bus);
        var key = EventsKey.Of(bus, request.Name!);
        var old = call.Read(Tables.Rules).Find(key);
        if (old is null
            && call.Read(Tables.Rules).CountBy(Tables.RulesByBus, bus) >= EventsQuotas.Limit(call, EventsQuotas.Rules))
        {
            throw Errors.Limit("The requested resource exceeds the maximum number allowed: rules of an event bus.");
        }

        var rule = new RuleRecord
        {
            Key = key,
            Bus = bus,
            Name = request.Name!,
            Pattern = request.EventPattern,
            Schedule = request.ScheduleExpression,
            IsEnabled = request.State != RuleState.Disabled,
            Description = request.Description,
            Role = request.RoleArn,
            CreatedBy = old?.CreatedBy ?? call.Account,
            Anchor = call.Now,
            Targets = old?.Targets ?? [],
            Tags = old?.Tags ?? TagRules.Of(request.Tags?.Select(t => KeyValuePair.Create(t.Key!, t.Value!))),
        };
        call.Write(Tables.Rules).Put(rule);
        RuleLoop.Arm(call, rule);
        return new() { RuleArn = Names.Rule(call.Scope, rule) };
    }

    private static void Check(PutRuleRequest request, ReadCall call, string bus)
    {
        if (request.State == RuleState.EnabledWithAllCloudtrailManagementEvents)
            throw Errors.NotServed("the state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS: there are no such events");
        if (request.EventPattern is null && request.ScheduleExpression is null)
            throw Errors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        if (request.EventPattern is { } pattern)
        {
            if (pattern.Length > EventsQuotas.Limit(call, EventsQuotas.PatternSize))
                throw Errors.Limit("The event pattern is longer than the quota Event pattern size allows.");
            call.Port<PatternMemory>().Of(pattern);
        }

        if (request.ScheduleExpression is not { } schedule)
            return;
        if (bus != Names.Default)
            throw Errors.Validation("ScheduleExpression is supported only on the default event bus.");
        if (ScheduleExpression.OfRule(schedule) is null)
            throw Errors.Validation("Parameter ScheduleExpression is not valid.");
    }
}
