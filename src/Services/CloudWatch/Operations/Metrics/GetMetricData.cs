using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>Made next.</summary>
public sealed class GetMetricData : IReadOperation<GetMetricDataRequest, GetMetricDataResult>
{
    /// <inheritdoc/>
    public GetMetricDataResult Run(GetMetricDataRequest request, ReadCall call) => new();
}
