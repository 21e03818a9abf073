using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Made next.</summary>
public sealed class DeleteDashboards : IWriteOperation<DeleteDashboardsRequest, DeleteDashboardsResult>
{
    /// <inheritdoc/>
    public DeleteDashboardsResult Run(DeleteDashboardsRequest request, Call call) => new();
}
