using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Services.ApplicationAutoScaling.Views;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Activities;

/// <summary>
/// Tells what was done with targets in the last six weeks, the newest of each first; and, if asked, what was not.
/// </summary>
public sealed class DescribeScalingActivities
    : IReadOperation<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResult>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <inheritdoc/>
    public DescribeScalingActivitiesResult Run(DescribeScalingActivitiesRequest request, ReadCall call)
    {
        var wanted = Wanted.Of(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var since = call.Now - Kept;
        var found = call.Read(Tables.Activities).All()
            .Where(activity => wanted.Has(activity.Namespace, activity.Dimension, activity.Resource))
            .Where(activity => activity.Start >= since)
            .Where(activity => activity.NotScaled is null || request.IncludeNotScaledActivities == true);
        var (page, next) = Pages.Of(found, activity => activity.Key.Value, request.NextToken, request.MaxResults);
        return new() { ScalingActivities = [.. page.Select(TargetView.Of)], NextToken = next };
    }
}
