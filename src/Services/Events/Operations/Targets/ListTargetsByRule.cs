using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Targets;

/// <summary>Lists the targets of a rule.</summary>
public sealed class ListTargetsByRule : IReadOperation<ListTargetsByRuleRequest, ListTargetsByRuleResult>
{
    /// <inheritdoc/>
    public ListTargetsByRuleResult Run(ListTargetsByRuleRequest request, ReadCall call)
    {
        var rule = BusRules.Rule(call, request.EventBusName, request.Rule!);
        var (items, next) = Pages.Of(rule.Targets, t => t.Id, request.Limit, request.NextToken);
        return new() { Targets = [.. items.Select(EventsViews.Target)], NextToken = next };
    }
}
