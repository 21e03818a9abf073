using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Made next.</summary>
public sealed class ListDashboards : IReadOperation<ListDashboardsRequest, ListDashboardsResult>
{
    /// <inheritdoc/>
    public ListDashboardsResult Run(ListDashboardsRequest request, ReadCall call) => new();
}
