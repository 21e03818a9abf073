using System.Collections.Immutable;
using Orrery.Contracts;
using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Makes a group, which launches what it desires.</summary>
public sealed class CreateAutoScalingGroup
    : IWriteOperation<CreateAutoScalingGroupRequest, CreateAutoScalingGroupResult>
{
    /// <inheritdoc/>
    public CreateAutoScalingGroupResult Run(CreateAutoScalingGroupRequest request, Call call)
    {
        NotServedYet.Check(request);
        var name = request.AutoScalingGroupName!;
        if (name.Contains(':', StringComparison.Ordinal) || name.Any(char.IsControl))
            throw Errors.Invalid("AutoScalingGroupName must not contain colons or control characters");
        var groups = call.Read(Tables.Groups);
        if (groups.Contains(new(name)))
            throw Errors.Exists($"AutoScalingGroup by this name already exists - A group with the name {name} already "
                + "exists");
        call.Hold(ScalingQuotas.Groups, groups.Count, limit => Errors.Limit(
            $"You have already reached your limit of {limit} Auto Scaling groups."));
        var group = GroupPlaces.Placed(call, Read(request, call, name));
        Rules.Groups.Put(call, group);
        foreach (var hook in request.LifecycleHookSpecificationList ?? [])
            HookRequests.Put(call, group, HookRequests.Of(hook));
        return new();
    }

    private static GroupRecord Read(CreateAutoScalingGroupRequest request, Call call, string name)
    {
        var (min, max) = (request.MinSize!.Value, request.MaxSize!.Value);
        var desired = request.DesiredCapacity ?? min;
        GroupSettings.CheckLimits(min, max, desired);
        var (source, model) = SourceOf(request, call, name);
        var (places, namesSubnets) = PlacesOf(request, call, model);
        return new()
        {
            Name = name,
            Arn = $"arn:aws:autoscaling:{call.Region}:{call.Account}:autoScalingGroup:{Uuids.New(call)}:"
                + $"autoScalingGroupName/{name}",
            Created = call.Now,
            Min = min,
            Max = max,
            Desired = desired,
            DefaultCooldown = GroupSettings.Seconds(request.DefaultCooldown ?? 300, "DefaultCooldown"),
            Places = places,
            NamesSubnets = namesSubnets,
            HealthCheckType = GroupSettings.HealthCheck(request.HealthCheckType ?? "EC2"),
            Grace = GroupSettings.Seconds(request.HealthCheckGracePeriod ?? 0, "HealthCheckGracePeriod"),
            LaunchConfiguration = source.Configuration,
            Template = source.Template,
            Mixed = source.Mixed,
            CapacityType = MixedRequests.CheckUnits(request.DesiredCapacityType, source.Mixed),
            CapacityRebalance = request.CapacityRebalance ?? false,
            PlacementGroup = request.PlacementGroup,
            TerminationPolicies = GroupSettings.Termination(request.TerminationPolicies ?? []),
            ProtectsNew = request.NewInstancesProtectedFromScaleIn ?? false,
            MaxLifetime = GroupSettings.Lifetime(request.MaxInstanceLifetime ?? 0),
            Warmup = GroupSettings.Warmup(request.DefaultInstanceWarmup ?? -1),
            Maintenance = GroupSettings.Maintenance(request.InstanceMaintenancePolicy, null),
            Context = request.Context,
            DeletionProtection = request.DeletionProtection,
            OnAbandon = request.InstanceLifecyclePolicy?.RetentionTriggers?.TerminateHookAbandon,
            BalancedOnly = request.AvailabilityZoneDistribution?.CapacityDistributionStrategy
                == CapacityDistributionStrategy.BalancedOnly,
            RoleArn = request.ServiceLinkedRoleARN ?? $"arn:aws:iam::{call.Account}:role/aws-service-role/"
                + "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
            Tags = GroupTags.With(TagsOf(model), request.Tags ?? []),
            Change = new(call.Now, Cause.UserCreated(call.Now, CapacityDecision.Within(
                0, desired, new(0, max), Core.Reason.Of("USER", "a user made the group"))), null),
        };
    }

    // A group that is made of an instance has a launch configuration of its own name.
    private static (GroupSource Source, InstanceLikeness? Model) SourceOf(
        CreateAutoScalingGroupRequest request, Call call, string name)
    {
        var named = GroupSource.Named(
            call, request.LaunchConfigurationName, request.LaunchTemplate, request.MixedInstancesPolicy, null);
        if (named is null == request.InstanceId is null) throw GroupSettings.OneSource();
        if (named is not null) return (named, null);
        var model = InstanceModels.ForGroup(call, request.InstanceId!);
        Configurations.Make(call, name, model.Parameters);
        return (new(name, null, null), model);
    }

    private static (ImmutableArray<PlaceRecord> Places, bool NamesSubnets) PlacesOf(
        CreateAutoScalingGroupRequest request, ReadCall call, InstanceLikeness? model)
    {
        var zones = GroupPlaces.ZoneNames(call, request.AvailabilityZones, request.AvailabilityZoneIds);
        return string.IsNullOrEmpty(request.VPCZoneIdentifier) && zones is not { Count: > 0 } && model is not null
            ? GroupPlaces.Of(call, model.Place.SubnetId, null)
            : GroupPlaces.Of(call, request.VPCZoneIdentifier, zones);
    }

    private static ImmutableArray<TagRecord> TagsOf(InstanceLikeness? model) =>
        [.. model?.Tags.Select(tag => new TagRecord(tag.Key, tag.Value, true)) ?? []];
}
