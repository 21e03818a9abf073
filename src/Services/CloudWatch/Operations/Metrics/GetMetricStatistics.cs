using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>Made next.</summary>
public sealed class GetMetricStatistics : IReadOperation<GetMetricStatisticsRequest, GetMetricStatisticsResult>
{
    /// <inheritdoc/>
    public GetMetricStatisticsResult Run(GetMetricStatisticsRequest request, ReadCall call) => new();
}
