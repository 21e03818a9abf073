using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Gives a dashboard as it was put.</summary>
public sealed class GetDashboard : IReadOperation<GetDashboardRequest, GetDashboardResult>
{
    /// <inheritdoc/>
    public GetDashboardResult Run(GetDashboardRequest request, ReadCall call)
    {
        var name = request.DashboardName!;
        var dashboards = call.Read(MetricTables.Dashboards, Rules.Dashboards.Dashboards.ScopeOf(call));
        var dashboard = dashboards.Find(new(name)) ?? throw Errors.NoDashboard(name);
        return new()
        {
            DashboardName = name,
            DashboardArn = Rules.Dashboards.Dashboards.ArnOf(call, name),
            DashboardBody = dashboard.Body,
        };
    }
}
