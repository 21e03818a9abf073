using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Refuses, by name, what groups may have with AWS and not here.</summary>
internal static class NotServedYet
{
    /// <summary>Refuses what a new group asks for.</summary>
    public static void Check(CreateAutoScalingGroupRequest request)
    {
        Refuse(request.LoadBalancerNames is { Count: > 0 }, "LoadBalancerNames");
        Refuse(request.TargetGroupARNs is { Count: > 0 }, "TargetGroupARNs");
        Refuse(request.TrafficSources is { Count: > 0 }, "TrafficSources");
        Check(
            request.AvailabilityZoneImpairmentPolicy, request.CapacityReservationSpecification);
    }

    /// <summary>Refuses what a change asks for.</summary>
    public static void Check(UpdateAutoScalingGroupRequest request)
    {
        Check(
            request.AvailabilityZoneImpairmentPolicy, request.CapacityReservationSpecification);
    }

    // What says no more than what is so anyhow is let through.
    private static void Check(
        AvailabilityZoneImpairmentPolicy? impairment,
        CapacityReservationSpecification? reservation)
    {
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
