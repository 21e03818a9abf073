using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>Lists the rules of a bus that have a target.</summary>
public sealed class ListRuleNamesByTarget : IReadOperation<ListRuleNamesByTargetRequest, ListRuleNamesByTargetResult>
{
    /// <inheritdoc/>
    public ListRuleNamesByTargetResult Run(ListRuleNamesByTargetRequest request, ReadCall call)
    {
        var bus = BusRules.Named(call, request.EventBusName);
        var found = call.Read(Tables.Rules).By(Tables.RulesByTarget, $"{bus}|{request.TargetArn}");
        var (items, next) = Pages.Of(found, r => r.Name, request.Limit, request.NextToken);
        return new() { RuleNames = [.. items.Select(r => r.Name)], NextToken = next };
    }
}
