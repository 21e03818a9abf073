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
            request.InstanceMaintenancePolicy,
            request.AvailabilityZoneImpairmentPolicy, request.CapacityReservationSpecification,
            request.InstanceLifecyclePolicy);
    }

    /// <summary>Refuses what a change asks for.</summary>
    public static void Check(UpdateAutoScalingGroupRequest request)
    {
        Check(
            request.InstanceMaintenancePolicy,
            request.AvailabilityZoneImpairmentPolicy, request.CapacityReservationSpecification,
            request.InstanceLifecyclePolicy);
    }

    // What says no more than what is so anyhow is let through.
    private static void Check(
        InstanceMaintenancePolicy? maintenance,
        AvailabilityZoneImpairmentPolicy? impairment,
        CapacityReservationSpecification? reservation,
        InstanceLifecyclePolicy? lifecycle)
    {
        Refuse(
            maintenance is not (null or { MinHealthyPercentage: null or -1, MaxHealthyPercentage: null or -1 }),
            "InstanceMaintenancePolicy");
        Refuse(impairment?.ZonalShiftEnabled == true, "zonal shifts (AvailabilityZoneImpairmentPolicy)");
        Refuse(
            reservation?.CapacityReservationPreference is not (null or CapacityReservationPreference.Default)
                || reservation?.CapacityReservationTarget is not null,
            "CapacityReservationSpecification");
        Refuse(
            lifecycle?.RetentionTriggers?.TerminateHookAbandon is not (null or RetentionAction.Terminate),
            "InstanceLifecyclePolicy that retains instances");
    }

    private static void Refuse(bool isAsked, string what)
    {
        if (isAsked) throw Errors.NotServed(what);
    }
}
