using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Made next.</summary>
public sealed class PutDashboard : IWriteOperation<PutDashboardRequest, PutDashboardResult>
{
    /// <inheritdoc/>
    public PutDashboardResult Run(PutDashboardRequest request, Call call) => new();
}
