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
        var desired = Desired(call, request.DesiredConfiguration);
        var terms = RefreshTerms.Of(call, group, request.Preferences ?? new());
        if (terms.RollsBack && RefreshTerms.Obstacle(call, group, desired) is { } obstacle)
            throw Errors.Invalid($"AutoRollback cannot be enabled: {obstacle}.");
        var id = Uuids.New(call);
        RefreshMoves.Ask(call, group, new()
        {
            Key = Refreshing.Refreshes.NewKey(call, group, id),
            Id = id,
            Group = group.Name,
            Asked = call.Now,
            Status = InstanceRefreshStatus.Pending,
            Terms = terms,
            Desired = desired,
        });
        return new() { InstanceRefreshId = id };
    }

    private static TemplateRecord? Desired(ReadCall call, DesiredConfiguration? asked)
    {
        if (asked is null) return null;
        if (asked.MixedInstancesPolicy is not null)
            throw Errors.NotServed("MixedInstancesPolicy of a DesiredConfiguration");
        return asked.LaunchTemplate is null
            ? throw Errors.Invalid("DesiredConfiguration must contain a LaunchTemplate or a MixedInstancesPolicy.")
            : GroupSettings.Source(call, null, asked.LaunchTemplate).Template;
    }
}
