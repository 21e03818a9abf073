using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Targets;

/// <summary>Removes targets of a rule; an id that it has not is told in the answer.</summary>
public sealed class RemoveTargets : IWriteOperation<RemoveTargetsRequest, RemoveTargetsResult>
{
    /// <inheritdoc/>
    public RemoveTargetsResult Run(RemoveTargetsRequest request, Call call)
    {
        var rule = BusRules.Rule(call, request.EventBusName, request.Rule!);
        var missing = request.Ids!.Where(id => !rule.Targets.Exists(t => t.Id == id)).ToList();
        call.Write(Tables.Rules).Put(rule with { Targets = rule.Targets.RemoveAll(t => request.Ids!.Contains(t.Id)) });
        return new()
        {
            FailedEntryCount = missing.Count,
            FailedEntries =
            [
                .. missing.Select(id => new RemoveTargetsResultEntry
                {
                    TargetId = id,
                    ErrorCode = "ResourceNotFoundException",
                    ErrorMessage = $"Rule {rule.Name} does not have a target with the Id {id}.",
                }),
            ],
        };
    }
}
