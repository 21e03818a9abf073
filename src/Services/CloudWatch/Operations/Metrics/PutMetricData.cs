using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Metrics;

/// <summary>Made next.</summary>
public sealed class PutMetricData : IWriteOperation<PutMetricDataRequest, PutMetricDataResult>
{
    /// <inheritdoc/>
    public PutMetricDataResult Run(PutMetricDataRequest request, Call call) => new();
}
