using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Refreshes;

/// <summary>Begins to replace the instances of a group. Source: API Reference, StartInstanceRefresh.</summary>
public sealed class StartInstanceRefresh : IWriteOperation<StartInstanceRefreshRequest, StartInstanceRefreshResult>
{
    /// <inheritdoc/>
    public StartInstanceRefreshResult Run(StartInstanceRefreshRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        if (group.Refresh is not null)
        {
            throw new Core.ServiceException(
                "InstanceRefreshInProgress",
                "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.");
        }

        if (request.Strategy == RefreshStrategy.ReplaceRootVolume)
            throw Errors.NotServed("the strategy ReplaceRootVolume of an instance refresh");
        var desired = Desired(call, group, request.DesiredConfiguration);
        var terms = RefreshTerms.Of(call, group, request.Preferences ?? new());
        if (terms.RollsBack && RefreshTerms.Obstacle(call, group, desired?.Template) is { } obstacle)
            throw Errors.Invalid($"AutoRollback cannot be enabled: {obstacle}.");
        var id = Uuids.New(call);
        var refresh = new RefreshRecord
        {
            Key = Refreshing.Refreshes.NewKey(call, group, id),
            Id = id,
            Group = group.Name,
            Asked = call.Now,
            Status = InstanceRefreshStatus.Pending,
            Terms = terms,
            Desired = desired?.Template,
            DesiredMixed = desired?.Mixed,
        };
        if (group.Pool is not null && desired is not null)
            PoolRequests.CheckSource(call, Refreshing.Refreshes.Made(group, refresh));
        RefreshMoves.Ask(call, group, refresh);
        return new() { InstanceRefreshId = id };
    }

    private static GroupSource? Desired(ReadCall call, GroupRecord group, DesiredConfiguration? asked)
    {
        if (asked is null) return null;
        if (asked.LaunchTemplate is null == asked.MixedInstancesPolicy is null)
            throw Errors.Invalid("DesiredConfiguration must contain a LaunchTemplate or a MixedInstancesPolicy.");
        return GroupSource.Named(call, null, asked.LaunchTemplate, asked.MixedInstancesPolicy, group.Mixed);
    }
}
