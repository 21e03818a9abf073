using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class DescribeMetricFilters : IReadOperation<DescribeMetricFiltersRequest, DescribeMetricFiltersResult>
{
    /// <inheritdoc/>
    public DescribeMetricFiltersResult Run(DescribeMetricFiltersRequest request, Call call) => new();
}
