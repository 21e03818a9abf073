using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of the metrics of groups.</summary>
public sealed class DescribeMetricCollectionTypes
    : IReadOperation<DescribeMetricCollectionTypesRequest, DescribeMetricCollectionTypesResult>
{
    /// <inheritdoc/>
    public DescribeMetricCollectionTypesResult Run(DescribeMetricCollectionTypesRequest request, ReadCall call) => new()
    {
        Metrics = [.. GroupMetricNames.All.Select(name => new MetricCollectionType { Metric = name })],
        Granularities = [new() { Granularity = GroupMetricNames.Granularity }],
    };
}
