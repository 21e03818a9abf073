using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

/// <summary>
/// Takes back what a refresh has done so far. Source: API Reference, RollbackInstanceRefresh; that one which is rolled
/// back or cancelled already is irreversible is guessed.
/// </summary>
public sealed class RollbackInstanceRefresh
    : IWriteOperation<RollbackInstanceRefreshRequest, RollbackInstanceRefreshResult>
{
    /// <inheritdoc/>
    public RollbackInstanceRefreshResult Run(RollbackInstanceRefreshRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var refresh = Refreshing.Refreshes.Get(call, group);
        if (!refresh.IsForward) throw Irreversible($"it is {refresh.Status.ToWire()}");
        if (RefreshTerms.Obstacle(call, group, refresh.Desired) is { } obstacle) throw Irreversible(obstacle);
        RefreshMoves.RollBack(call, group, refresh, "Rollback was started by a user request.");
        return new() { InstanceRefreshId = refresh.Id };
    }

    private static Core.ServiceException Irreversible(string why) =>
        new("IrreversibleInstanceRefresh", $"The instance refresh cannot be rolled back: {why}.");
}
