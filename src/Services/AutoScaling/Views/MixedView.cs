using System.Globalization;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Mixed instances policies as the API writes them.</summary>
internal static class MixedView
{
    /// <summary>A policy, with the defaults that it takes.</summary>
    public static MixedInstancesPolicy? Of(MixedRecord? mixed) => mixed is null ? null : new()
    {
        LaunchTemplate = new()
        {
            LaunchTemplateSpecification = GroupView.Template(mixed.Template),
            Overrides = [.. mixed.Overrides.Select(Override)],
        },
        InstancesDistribution = new()
        {
            OnDemandAllocationStrategy = mixed.Distribution.OnDemandStrategy,
            OnDemandBaseCapacity = mixed.Distribution.OnDemandBase,
            OnDemandPercentageAboveBaseCapacity = mixed.Distribution.OnDemandPercent,
            SpotAllocationStrategy = mixed.Distribution.SpotStrategy,
            SpotInstancePools = mixed.Distribution.SpotPools,
            SpotMaxPrice = mixed.Distribution.SpotMaxPrice,
        },
    };

    private static LaunchTemplateOverrides Override(OverrideRecord one) => new()
    {
        InstanceType = one.InstanceType,
        WeightedCapacity = one.Weight?.ToString(CultureInfo.InvariantCulture),
        LaunchTemplateSpecification = GroupView.Template(one.Template),
        InstanceRequirements = one.Requirements is { } wanted ? WireJson.Read<InstanceRequirements>(wanted) : null,
        ImageId = one.ImageId,
    };
}
