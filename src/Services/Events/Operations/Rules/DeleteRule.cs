using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Records;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>Deletes a rule without targets; that there is none is no error.</summary>
public sealed class DeleteRule : IWriteOperation<DeleteRuleRequest, DeleteRuleResult>
{
    /// <inheritdoc/>
    public DeleteRuleResult Run(DeleteRuleRequest request, Call call)
    {
        var key = EventsKey.Of(BusRules.Named(call, request.EventBusName), request.Name!);
        if (call.Read(Tables.Rules).Find(key) is not { } rule)
            return new();
        if (!rule.Targets.IsEmpty)
            throw Errors.Validation("Rule can't be deleted since it has targets.");
        call.Write(Tables.Rules).Remove(key);
        call.Cancel(RuleLoop.TimerKind, key.Value);
        return new();
    }
}
