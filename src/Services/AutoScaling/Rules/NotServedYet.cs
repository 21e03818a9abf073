using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Refuses, by name, what groups may have with AWS and not here.</summary>
internal static class NotServedYet
{
    /// <summary>Refuses what a new group asks for.</summary>
    public static void Check(CreateAutoScalingGroupRequest request)
    {
        Refuse(request.MixedInstancesPolicy is not null, "MixedInstancesPolicy");
        Refuse(request.InstanceId is not null, "InstanceId of a group");
        Refuse(request.AvailabilityZoneIds is { Count: > 0 }, "AvailabilityZoneIds");
        Refuse(request.LoadBalancerNames is { Count: > 0 }, "LoadBalancerNames");
        Refuse(request.TargetGroupARNs is { Count: > 0 }, "TargetGroupARNs");
        Refuse(request.TrafficSources is { Count: > 0 }, "TrafficSources");
        Check(
            (request.CapacityRebalance, request.DesiredCapacityType),
            request.AvailabilityZoneImpairmentPolicy, request.CapacityReservationSpecification);
    }

    /// <summary>Refuses what a change asks for.</summary>
    public static void Check(UpdateAutoScalingGroupRequest request)
    {
        Refuse(request.MixedInstancesPolicy is not null, "MixedInstancesPolicy");
        Refuse(request.AvailabilityZoneIds is { Count: > 0 }, "AvailabilityZoneIds");
        Check(
            (request.CapacityRebalance, request.DesiredCapacityType),
            request.AvailabilityZoneImpairmentPolicy, request.CapacityReservationSpecification);
    }

    // What says no more than what is so anyhow is let through.
    private static void Check(
        (bool? Rebalance, string? Units) asked,
        AvailabilityZoneImpairmentPolicy? impairment,
        CapacityReservationSpecification? reservation)
    {
        Refuse(asked.Rebalance == true, "CapacityRebalance");
        Refuse(asked.Units is not (null or "units"), $"the DesiredCapacityType {asked.Units}");
        Refuse(impairment?.ZonalShiftEnabled == true, "zonal shifts (AvailabilityZoneImpairmentPolicy)");
        Refuse(
            reservation?.CapacityReservationPreference is not (null or CapacityReservationPreference.Default)
                || reservation?.CapacityReservationTarget is not null,
            "CapacityReservationSpecification");
    }

    private static void Refuse(bool isAsked, string what)
    {
        if (isAsked) throw Errors.NotServed(what);
    }
}
