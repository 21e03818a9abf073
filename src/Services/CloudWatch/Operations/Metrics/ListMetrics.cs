using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>Made next.</summary>
public sealed class ListMetrics : IReadOperation<ListMetricsRequest, ListMetricsResult>
{
    /// <inheritdoc/>
    public ListMetricsResult Run(ListMetricsRequest request, ReadCall call) => new();
}
