using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Made next.</summary>
public sealed class GetDashboard : IReadOperation<GetDashboardRequest, GetDashboardResult>
{
    /// <inheritdoc/>
    public GetDashboardResult Run(GetDashboardRequest request, ReadCall call) => new();
}
