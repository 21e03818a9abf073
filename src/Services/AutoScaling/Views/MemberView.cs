using System.Globalization;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Views;

/// <summary>Instances of groups as the API writes them.</summary>
internal static class MemberView
{
    /// <summary>An instance within its group.</summary>
    public static Instance Of(MemberRecord member) => new()
    {
        InstanceId = member.Id,
        InstanceType = member.InstanceType,
        AvailabilityZone = member.Zone,
        AvailabilityZoneId = member.ZoneId,
        LifecycleState = member.State,
        HealthStatus = HealthOf(member),
        LaunchConfigurationName = member.LaunchConfiguration,
        LaunchTemplate = GroupView.Template(member.Template),
        ImageId = member.ImageId,
        WeightedCapacity = member.Units?.ToString(CultureInfo.InvariantCulture),
        ProtectedFromScaleIn = member.IsProtected,
    };

    /// <summary>An instance with its group.</summary>
    public static AutoScalingInstanceDetails Alone(MemberRecord member) => new()
    {
        InstanceId = member.Id,
        InstanceType = member.InstanceType,
        AutoScalingGroupName = member.Group,
        AvailabilityZone = member.Zone,
        AvailabilityZoneId = member.ZoneId,
        LifecycleState = member.State.ToWire(),
        HealthStatus = HealthOf(member).ToUpperInvariant(),
        LaunchConfigurationName = member.LaunchConfiguration,
        LaunchTemplate = GroupView.Template(member.Template),
        ImageId = member.ImageId,
        WeightedCapacity = member.Units?.ToString(CultureInfo.InvariantCulture),
        ProtectedFromScaleIn = member.IsProtected,
    };

    private static string HealthOf(MemberRecord member) => member.Sickness is null ? "Healthy" : "Unhealthy";
}
