using Orrery.Contracts.Capacity;
using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using InstanceRequirements = Orrery.Wire.Generated.Autoscaling.InstanceRequirements;
using LaunchTemplateOverrides = Orrery.Wire.Generated.Autoscaling.LaunchTemplateOverrides;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>Short ways to what tests of mixed groups begin with.</summary>
internal static class Mixer
{
    /// <summary>The types of most tests.</summary>
    public static readonly string[] Types = ["m5.large", "c5.large", "r5.large"];

    /// <summary>A request for a mixed group; overrides are types, with weights after a colon.</summary>
    public static CreateAutoScalingGroupRequest Of(
        (int Min, int Max, int Desired) size, InstancesDistribution? distribution, params string[] overrides) =>
        Scaler.Of(size.Min, size.Max, size.Desired) with
        {
            LaunchTemplate = null,
            MixedInstancesPolicy = new()
            {
                LaunchTemplate = new()
                {
                    LaunchTemplateSpecification = new() { LaunchTemplateName = Scaler.Template, Version = "$Latest" },
                    Overrides = [.. overrides.Select(Override)],
                },
                InstancesDistribution = distribution,
            },
        };

    /// <summary>A request for a group of types with attributes.</summary>
    public static CreateAutoScalingGroupRequest Wanting(
        InstanceRequirements wanted, (int Min, int Max, int Desired) size, InstancesDistribution? distribution = null)
    {
        var request = Of(size, distribution);
        var template = request.MixedInstancesPolicy!.LaunchTemplate! with
        {
            Overrides = [new() { InstanceRequirements = wanted }],
        };
        return request with { MixedInstancesPolicy = request.MixedInstancesPolicy with { LaunchTemplate = template } };
    }

    /// <summary>Changes how the group divides its capacity.</summary>
    public static void Redistribute(this Scaler scaler, InstancesDistribution distribution)
    {
        scaler.Rig.Run(new UpdateAutoScalingGroup(), new UpdateAutoScalingGroupRequest
        {
            AutoScalingGroupName = Scaler.Group, MixedInstancesPolicy = new() { InstancesDistribution = distribution },
        });
        scaler.Rig.Advance(TimeSpan.Zero);
    }

    /// <summary>The instances in service, On-Demand and Spot.</summary>
    public static (int OnDemand, int Spot) Options(this Scaler scaler)
    {
        var serving = scaler.Serving.Select(i => i.InstanceId!).ToList();
        if (serving.Count == 0) return (0, 0);
        var all = scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = serving })
            .Reservations!.SelectMany(r => r.Instances!).ToList();
        var spot = all.Count(i => i.InstanceLifecycle == InstanceLifecycleType.Spot);
        return (all.Count - spot, spot);
    }

    /// <summary>What is in service, in units.</summary>
    public static int Units(this Scaler scaler) =>
        scaler.Serving.Sum(i => i.WeightedCapacity is { } weight ? int.Parse(weight) : 1);

    /// <summary>Says how much room there is for a type in a zone.</summary>
    public static void Room(this Scaler scaler, string zone, string type, int? room)
    {
        scaler.Rig.Do(call => call.Port<ICapacity>().Declare(call, zone, type, room, false));
        scaler.Rig.Advance(TimeSpan.Zero);
    }

    /// <summary>Gives a Spot Instance the notice of its interruption.</summary>
    public static void Interrupt(this Scaler scaler, string id)
    {
        scaler.Rig.Do(call => call.Port<ICapacity>().Interrupt(call, id));
        scaler.Rig.Advance(TimeSpan.Zero);
    }

    private static LaunchTemplateOverrides Override(string text)
    {
        var parts = text.Split(':');
        return new() { InstanceType = parts[0], WeightedCapacity = parts.Length > 1 ? parts[1] : null };
    }
}
