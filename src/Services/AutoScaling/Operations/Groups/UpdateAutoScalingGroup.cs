using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>
/// Changes a group; what is not named stays. New limits move the desired capacity into them. Source: API Reference,
/// UpdateAutoScalingGroup.
/// </summary>
public sealed class UpdateAutoScalingGroup
    : IWriteOperation<UpdateAutoScalingGroupRequest, UpdateAutoScalingGroupResult>
{
    /// <inheritdoc/>
    public UpdateAutoScalingGroupResult Run(UpdateAutoScalingGroupRequest request, Call call)
    {
        NotServedYet.Check(request);
        var before = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var (min, max) = (request.MinSize ?? before.Min, request.MaxSize ?? before.Max);
        if (min > max) GroupSettings.CheckLimits(min, max, min);
        var desired = request.DesiredCapacity ?? Math.Clamp(before.Desired, min, max);
        GroupSettings.CheckLimits(min, max, desired);
        var group = Settings(Source(call, Places(call, before, request), request), request) with
        {
            Min = min, Max = max,
        };
        if (desired != before.Desired || (min, max) != (before.Min, before.Max))
        {
            var change = new CapacityDecision(
                before.Desired, desired, Core.Reason.Of("USER", "a user changed the group"));
            var text = Cause.UserUpdate(call.Now, new(min, max), change);
            group = Rules.Groups.Desire(group, desired, new(call.Now, text, null));
        }

        if (group.PlacementGroup != before.PlacementGroup || group.Places != before.Places)
            GroupPlaces.Placed(call, group);
        if (group.Pool is not null) PoolRequests.CheckSource(call, group);
        Capacity.Reweigh(call, before, group);
        Rules.Groups.Put(call, group with { RetryAt = null });
        return new();
    }

    private static GroupRecord Places(ReadCall call, GroupRecord group, UpdateAutoScalingGroupRequest request)
    {
        var zones = GroupPlaces.ZoneNames(call, request.AvailabilityZones, request.AvailabilityZoneIds);
        if (request.VPCZoneIdentifier is null && zones is null) return group;
        var (places, namesSubnets) = GroupPlaces.Of(call, request.VPCZoneIdentifier, zones);
        return group with { Places = places, NamesSubnets = namesSubnets };
    }

    private static GroupRecord Source(ReadCall call, GroupRecord group, UpdateAutoScalingGroupRequest request)
    {
        if (GroupSource.Named(
            call, request.LaunchConfigurationName, request.LaunchTemplate, request.MixedInstancesPolicy, group.Mixed)
            is { } source)
        {
            if (Refreshing.Refreshes.Active(call, group)?.Desired is not null)
            {
                throw Errors.Invalid("An active instance refresh with a desired configuration exists. All "
                    + "configuration options derived from the desired configuration are not available for update while "
                    + "the instance refresh is active.");
            }

            group = group with
            {
                LaunchConfiguration = source.Configuration, Template = source.Template, Mixed = source.Mixed,
            };
        }

        var units = request.DesiredCapacityType ?? (group.Mixed is { ByAttributes: true } ? group.CapacityType : null);
        return group with { CapacityType = MixedRequests.CheckUnits(units, group.Mixed) };
    }

    private static GroupRecord Settings(GroupRecord group, UpdateAutoScalingGroupRequest request) =>
        group with
        {
            DefaultCooldown = GroupSettings.Seconds(
                request.DefaultCooldown ?? group.DefaultCooldown, "DefaultCooldown"),
            HealthCheckType = GroupSettings.HealthCheck(request.HealthCheckType ?? group.HealthCheckType),
            Grace = GroupSettings.Seconds(request.HealthCheckGracePeriod ?? group.Grace, "HealthCheckGracePeriod"),
            PlacementGroup = request.PlacementGroup is "" ? null : request.PlacementGroup ?? group.PlacementGroup,
            TerminationPolicies = request.TerminationPolicies is { } policies
                ? GroupSettings.Termination(policies) : group.TerminationPolicies,
            ProtectsNew = request.NewInstancesProtectedFromScaleIn ?? group.ProtectsNew,
            MaxLifetime = GroupSettings.Lifetime(request.MaxInstanceLifetime ?? group.MaxLifetime),
            Warmup = request.DefaultInstanceWarmup is { } warmup ? GroupSettings.Warmup(warmup) : group.Warmup,
            Maintenance = GroupSettings.Maintenance(request.InstanceMaintenancePolicy, group.Maintenance),
            Context = request.Context ?? group.Context,
            DeletionProtection = request.DeletionProtection ?? group.DeletionProtection,
            CapacityRebalance = request.CapacityRebalance ?? group.CapacityRebalance,
            OnAbandon = request.InstanceLifecyclePolicy is { } lifecycle
                ? lifecycle.RetentionTriggers?.TerminateHookAbandon : group.OnAbandon,
            RoleArn = request.ServiceLinkedRoleARN ?? group.RoleArn,
            BalancedOnly = request.AvailabilityZoneDistribution?.CapacityDistributionStrategy is { } strategy
                ? strategy == CapacityDistributionStrategy.BalancedOnly : group.BalancedOnly,
        };
}
