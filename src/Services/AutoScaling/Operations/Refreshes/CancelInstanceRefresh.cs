using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

/// <summary>
/// Ends a refresh or a rollback; what it changed stays. Source: API Reference, CancelInstanceRefresh.
/// </summary>
public sealed class CancelInstanceRefresh : IWriteOperation<CancelInstanceRefreshRequest, CancelInstanceRefreshResult>
{
    /// <inheritdoc/>
    public CancelInstanceRefreshResult Run(CancelInstanceRefreshRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var refresh = Refreshing.Refreshes.Get(call, group);
        RefreshMoves.Cancel(call, group, refresh, request.WaitForTransitioningInstances ?? true);
        return new() { InstanceRefreshId = refresh.Id };
    }
}
