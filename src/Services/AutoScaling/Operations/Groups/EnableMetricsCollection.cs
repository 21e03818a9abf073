using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Begins to collect metrics of a group; all where none is named.</summary>
public sealed class EnableMetricsCollection
    : IWriteOperation<EnableMetricsCollectionRequest, EnableMetricsCollectionResult>
{
    /// <inheritdoc/>
    public EnableMetricsCollectionResult Run(EnableMetricsCollectionRequest request, Call call)
    {
        if (request.Granularity != GroupMetricNames.Granularity)
            throw Errors.Invalid($"Granularity {request.Granularity} is not valid: it must be 1Minute");
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var named = GroupMetricNames.Named(request.Metrics).Where(name => !group.Metrics.ContainsKey(name));
        Rules.Groups.Put(call, group with
        {
            Metrics = group.Metrics.SetItems(named.Select(name => KeyValuePair.Create(name, call.Now))),
        });
        Gauges.Note(call, group.Name);
        return new();
    }
}
