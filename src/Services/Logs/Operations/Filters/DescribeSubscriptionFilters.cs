using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>To come.</summary>
public sealed class DescribeSubscriptionFilters : IReadOperation<DescribeSubscriptionFiltersRequest, DescribeSubscriptionFiltersResult>
{
    /// <inheritdoc/>
    public DescribeSubscriptionFiltersResult Run(DescribeSubscriptionFiltersRequest request, Call call) => new();
}
