using Orrery.Core;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>What a fleet may ask for. Source: EC2 API Reference, CreateFleet and the shapes of its request.</summary>
internal static class FleetRules
{
    private const int MostOverrides = 300;

    /// <summary>Refuses what contradicts itself or is not served.</summary>
    /// <exception cref="ServiceException">By name.</exception>
    public static void Check(CreateFleetRequest request)
    {
        RefuseUnserved(request);
        var type = request.Type ?? FleetType.Maintain;
        CheckConfigs(request.LaunchTemplateConfigs!);
        var (spot, demand) = (request.SpotOptions ?? new(), request.OnDemandOptions ?? new());
        if (type != FleetType.Instant)
        {
            // Terraform's provider says false and 0 where its user says nothing.
            Only(
                "fleets of type instant",
                ("BlockDeviceMappings", request.LaunchTemplateConfigs!
                    .SelectMany(c => c.Overrides ?? []).Any(o => o.BlockDeviceMappings is { Count: > 0 })),
                ("SingleInstanceType", spot.SingleInstanceType == true || demand.SingleInstanceType == true),
                ("SingleAvailabilityZone", spot.SingleAvailabilityZone == true
                    || demand.SingleAvailabilityZone == true),
                ("MinTargetCapacity", spot.MinTargetCapacity > 0 || demand.MinTargetCapacity > 0));
        }
        else
        {
            Only("fleets that are not of type instant", ("ValidUntil", request.ValidUntil is not null));
            CheckLeast(spot.MinTargetCapacity, spot.SingleAvailabilityZone == true || spot.SingleInstanceType == true);
            CheckLeast(demand.MinTargetCapacity, demand.SingleAvailabilityZone == true
                || demand.SingleInstanceType == true);
        }

        Only(
            "fleets of type maintain",
            ("CapacityRebalance", type != FleetType.Maintain
                && spot.MaintenanceStrategies?.CapacityRebalance is not null),
            ("InstanceInterruptionBehavior stop and hibernate", type != FleetType.Maintain
                && spot.InstanceInterruptionBehavior is not (null or SpotInstanceInterruptionBehavior.Terminate)),
            ("ExcessCapacityTerminationPolicy",
                type == FleetType.Instant && request.ExcessCapacityTerminationPolicy is not null));
        if (spot.InstancePoolsToUseCount is { } pools)
        {
            Only(
                "the strategy lowest-price",
                ("InstancePoolsToUseCount",
                    spot.AllocationStrategy is not (null or SpotAllocationStrategy.LowestPrice)));
            if (pools < 1)
            {
                throw Errors.InvalidParameterValue("InstancePoolsToUseCount must be at least 1.");
            }
        }

        CheckRebalance(spot.MaintenanceStrategies?.CapacityRebalance);
    }

    private static void RefuseUnserved(CreateFleetRequest request)
    {
        Errors.RefuseUnserved("Context", request.Context is not null);
        Errors.RefuseUnserved("Capacity Reservations (ReservedCapacityOptions, CapacityReservationOptions)",
            request.ReservedCapacityOptions is not null
                || request.OnDemandOptions?.CapacityReservationOptions is not null);
        Errors.RefuseUnserved("limits of total prices (MaxTotalPrice)",
            request.SpotOptions?.MaxTotalPrice is not null || request.OnDemandOptions?.MaxTotalPrice is not null);
        Errors.RefuseUnserved("the replacement of unhealthy instances (ReplaceUnhealthyInstances)",
            request.ReplaceUnhealthyInstances == true);
    }

    private static void CheckConfigs(IReadOnlyList<FleetLaunchTemplateConfigRequest> configs)
    {
        if (configs.Count == 0)
        {
            throw Errors.Missing("LaunchTemplateConfigs");
        }

        var overrides = configs.SelectMany(c => c.Overrides ?? []).ToList();
        if (overrides.Count > MostOverrides)
        {
            throw Errors.InvalidParameterValue($"A fleet has at most {MostOverrides} overrides.");
        }

        foreach (var one in overrides)
        {
            SpotTerms.Money(one.MaxPrice);
            if (one.WeightedCapacity <= 0)
            {
                throw Errors.InvalidParameterValue("WeightedCapacity must be greater than 0.");
            }

            if (one.InstanceType is not null && one.InstanceRequirements is not null)
            {
                throw Errors.InvalidParameterCombination(
                    "InstanceType and InstanceRequirements cannot be specified in the same override.");
            }
        }
    }

    private static void CheckLeast(int? least, bool single)
    {
        if (least > 0 && !single)
        {
            throw Errors.InvalidParameterCombination(
                "MinTargetCapacity needs SingleAvailabilityZone or SingleInstanceType.");
        }
    }

    private static void CheckRebalance(FleetSpotCapacityRebalanceRequest? rebalance)
    {
        var delay = rebalance?.TerminationDelay;
        if (rebalance?.ReplacementStrategy == FleetReplacementStrategy.LaunchBeforeTerminate)
        {
            if (delay is null or < 120 or > 7200)
            {
                throw Errors.InvalidParameterValue(
                    "TerminationDelay must be from 120 to 7200 seconds for launch-before-terminate.");
            }
        }
        else if (delay is not null)
        {
            throw Errors.InvalidParameterCombination("TerminationDelay is for launch-before-terminate only.");
        }
    }

    private static void Only(string what, params (string Name, bool Given)[] parameters)
    {
        foreach (var (name, given) in parameters)
        {
            if (given)
            {
                throw Errors.InvalidParameterCombination($"{name} is supported for {what} only.");
            }
        }
    }
}
