using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Groups as the API writes them.</summary>
internal static class GroupView
{
    /// <summary>A group, with its instances where they are wanted.</summary>
    public static AutoScalingGroup Of(ReadCall call, GroupRecord group, bool withInstances) => new()
    {
        AutoScalingGroupName = group.Name,
        AutoScalingGroupARN = group.Arn,
        LaunchConfigurationName = group.LaunchConfiguration,
        LaunchTemplate = group.Mixed is null ? Template(group.Template) : null,
        MixedInstancesPolicy = MixedView.Of(group.Mixed),
        DesiredCapacityType = group.CapacityType,
        MinSize = group.Min,
        MaxSize = group.Max,
        DesiredCapacity = group.Desired,
        PredictedCapacity = Predictive.Forecasts.Predicted(call, group.Name),
        DefaultCooldown = group.DefaultCooldown,
        AvailabilityZones = [.. group.Places.Select(p => p.Zone).Distinct().Order(StringComparer.Ordinal)],
        AvailabilityZoneIds =
            [.. group.Places.OrderBy(p => p.Zone, StringComparer.Ordinal).Select(p => p.ZoneId).Distinct()],
        LoadBalancerNames = [],
        TargetGroupARNs = [],
        TrafficSources = [],
        HealthCheckType = group.HealthCheckType,
        HealthCheckGracePeriod = group.Grace,
        Instances = withInstances
            ? [.. Groups.Members(call, group.Name).Select(MemberView.Of)] : [],
        InstanceLifecyclePolicy = group.OnAbandon is { } action
            ? new() { RetentionTriggers = new() { TerminateHookAbandon = action } } : null,
        WarmPoolConfiguration = PoolView.Of(group.Pool),
        WarmPoolSize = group.Pool is null ? null : Groups.Pooled(call, group.Name).Count(),
        CreatedTime = group.Created,
        SuspendedProcesses =
            [.. group.Suspended.Select(s => new SuspendedProcess { ProcessName = s.Key, SuspensionReason = s.Value })],
        PlacementGroup = group.PlacementGroup,
        VPCZoneIdentifier = group.NamesSubnets ? string.Join(',', group.Places.Select(p => p.SubnetId)) : "",
        EnabledMetrics =
            [.. group.Metrics.Select(m => new EnabledMetric { Metric = m.Key, Granularity = "1Minute" })],
        Status = group.IsDeleting ? "Delete in progress" : null,
        Tags = [.. group.Tags.Select(tag => GroupTags.View(group, tag))],
        TerminationPolicies = group.TerminationPolicies,
        NewInstancesProtectedFromScaleIn = group.ProtectsNew,
        ServiceLinkedRoleARN = group.RoleArn,
        MaxInstanceLifetime = group.MaxLifetime == 0 ? null : group.MaxLifetime,
        CapacityRebalance = group.CapacityRebalance ? true : null,
        InstanceMaintenancePolicy = group.Maintenance is not { } policy
            ? null : new() { MinHealthyPercentage = policy.Min, MaxHealthyPercentage = policy.Max },
        Context = group.Context,
        DefaultInstanceWarmup = group.Warmup,
        DeletionProtection = group.DeletionProtection,
        AvailabilityZoneDistribution = new()
        {
            CapacityDistributionStrategy = group.BalancedOnly
                ? CapacityDistributionStrategy.BalancedOnly : CapacityDistributionStrategy.BalancedBestEffort,
        },
    };

    /// <summary>A template as the API writes it.</summary>
    public static LaunchTemplateSpecification? Template(TemplateRecord? template) => template is null ? null : new()
    {
        LaunchTemplateId = template.Id, LaunchTemplateName = template.Name, Version = template.Version,
    };
}
