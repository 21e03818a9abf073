using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Tagging;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Deletes dashboards: all, or none if one of them does not exist.</summary>
public sealed class DeleteDashboards : IWriteOperation<DeleteDashboardsRequest, DeleteDashboardsResult>
{
    /// <inheritdoc/>
    public DeleteDashboardsResult Run(DeleteDashboardsRequest request, Call call)
    {
        var dashboards = call.Write(MetricTables.Dashboards, Rules.Dashboards.Dashboards.ScopeOf(call));
        foreach (var name in request.DashboardNames!.Distinct(StringComparer.Ordinal))
        {
            if (!dashboards.Remove(new(name))) throw Errors.NoDashboard(name);
            TagStore.Forget(call, Rules.Dashboards.Dashboards.ArnOf(call, name));
        }

        return new();
    }
}
