using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Services.ApplicationAutoScaling.Views;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Schedules;

/// <summary>Tells of scheduled actions.</summary>
public sealed class DescribeScheduledActions
    : IReadOperation<DescribeScheduledActionsRequest, DescribeScheduledActionsResult>
{
    /// <inheritdoc/>
    public DescribeScheduledActionsResult Run(DescribeScheduledActionsRequest request, ReadCall call)
    {
        var wanted = Wanted.Of(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var found = call.Read(Tables.Actions).All().Where(action => wanted.Has(action.Target));
        if (request.ScheduledActionNames is { Count: > 0 } names)
            found = found.Where(action => names.Contains(action.Name));
        var (page, next) = Pages.Of(found, action => action.Key.Value, request.NextToken, request.MaxResults);
        return new()
        {
            ScheduledActions = [.. page.Select(action => TargetView.Of(
                action, call.Read(Tables.Targets).Find(action.Target)!))],
            NextToken = next,
        };
    }
}
