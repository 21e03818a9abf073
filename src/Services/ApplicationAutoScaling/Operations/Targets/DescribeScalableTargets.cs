using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Services.ApplicationAutoScaling.Views;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Targets;

/// <summary>Tells of scalable targets.</summary>
public sealed class DescribeScalableTargets
    : IReadOperation<DescribeScalableTargetsRequest, DescribeScalableTargetsResult>
{
    /// <inheritdoc/>
    public DescribeScalableTargetsResult Run(DescribeScalableTargetsRequest request, ReadCall call)
    {
        var wanted = Wanted.Of(request.ServiceNamespace, request.ResourceIds, request.ScalableDimension);
        var found = call.Read(Tables.Targets).All().Where(target => wanted.Has(target.Key));
        var (page, next) = Pages.Of(found, target => target.Key.Value, request.NextToken, request.MaxResults);
        return new() { ScalableTargets = [.. page.Select(TargetView.Of)], NextToken = next };
    }
}
