using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Collects metrics of a group no longer; all where none is named.</summary>
public sealed class DisableMetricsCollection
    : IWriteOperation<DisableMetricsCollectionRequest, DisableMetricsCollectionResult>
{
    /// <inheritdoc/>
    public DisableMetricsCollectionResult Run(DisableMetricsCollectionRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        Rules.Groups.Put(call, group with
        {
            Metrics = group.Metrics.RemoveRange(GroupMetricNames.Named(request.Metrics)),
        });
        return new();
    }
}
