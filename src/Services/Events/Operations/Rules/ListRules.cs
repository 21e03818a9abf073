using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Listing;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>Lists the rules of a bus.</summary>
public sealed class ListRules : IReadOperation<ListRulesRequest, ListRulesResult>
{
    /// <inheritdoc/>
    public ListRulesResult Run(ListRulesRequest request, ReadCall call)
    {
        var bus = BusRules.Named(call, request.EventBusName);
        var found = call.Read(Tables.Rules).By(Tables.RulesByBus, bus)
            .Where(r => request.NamePrefix is null || r.Name.StartsWith(request.NamePrefix, StringComparison.Ordinal));
        var (items, next) = Pages.Of(found, r => r.Name, request.Limit, request.NextToken);
        return new() { Rules = [.. items.Select(r => EventsViews.Rule(call.Scope, r))], NextToken = next };
    }
}
