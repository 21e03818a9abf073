using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Inputs;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Targets;

/// <summary>Adds targets to a rule, or replaces those of the same ids. What is not valid refuses all of them.</summary>
public sealed class PutTargets : IWriteOperation<PutTargetsRequest, PutTargetsResult>
{
    /// <inheritdoc/>
    public PutTargetsResult Run(PutTargetsRequest request, Call call)
    {
        var rule = BusRules.Rule(call, request.EventBusName, request.Rule!);
        foreach (var target in request.Targets!)
        {
            var record = TargetRules.Read(call, target);
            var at = rule.Targets.FindIndex(t => t.Id == record.Id);
            rule = rule with { Targets = at < 0 ? rule.Targets.Add(record) : rule.Targets.SetItem(at, record) };
        }

        if (rule.Targets.Count > EventsQuotas.TargetsPerRule)
            throw Errors.Limit("The requested resource exceeds the maximum number allowed: 5 targets of a rule.");
        call.Write(Tables.Rules).Put(rule);
        return new() { FailedEntryCount = 0, FailedEntries = [] };
    }
}
