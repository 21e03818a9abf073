using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>What a launch may not ask for here, by name, and what may not go together.</summary>
internal static class LaunchRefusals
{
    /// <summary>Refuses what is not served.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation, or InvalidParameterValue for the counts.</exception>
    public static void Check(RunInstancesRequest request)
    {
        CheckCounts(request.MinCount!.Value, request.MaxCount!.Value);
        Errors.RefuseUnserved("Nitro Enclaves (EnclaveOptions)", request.EnclaveOptions?.Enabled == true);
        Errors.RefuseUnserved("licenses (LicenseSpecifications)", request.LicenseSpecifications is { Count: > 0 });
        Errors.RefuseUnserved(
            "kernels and RAM disks (KernelId, RamdiskId)",
            request.KernelId is not null || request.RamdiskId is not null);
        Errors.RefuseUnserved(
            "accelerators (ElasticGpuSpecification, ElasticInferenceAccelerators)",
            request.ElasticGpuSpecification is { Count: > 0 }
            || request.ElasticInferenceAccelerators is { Count: > 0 });
        Errors.RefuseUnserved("AdditionalInfo", request.AdditionalInfo is not null);
        Errors.RefuseUnserved(
            "bandwidth weightings (NetworkPerformanceOptions)", request.NetworkPerformanceOptions is not null);
        Errors.RefuseUnserved("instances of service providers (Operator)", request.Operator is not null);
        Errors.RefuseUnserved(
            "secondary interfaces (SecondaryInterfaces)", request.SecondaryInterfaces is { Count: > 0 });
        CheckPlacement(request.Placement);
        if (request is
            {
                InstanceMarketOptions: not null,
                CapacityReservationSpecification: { CapacityReservationTarget: not null }
                    or { CapacityReservationPreference: CapacityReservationPreference.CapacityReservationsOnly },
            })
        {
            throw Errors.InvalidParameterCombination("Spot Instances do not run in Capacity Reservations.");
        }
    }

    /// <summary>The tag specifications of a launch that are for one kind of resource.</summary>
    public static IReadOnlyList<TagSpecification> TagsFor(RunInstancesRequest request, ResourceType type) =>
        [.. (request.TagSpecifications ?? []).Where(s => s.ResourceType == type)];

    /// <summary>Refuses tags of resources that a launch does not make.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation, or InvalidParameterValue.</exception>
    public static void CheckTags(RunInstancesRequest request)
    {
        foreach (var specification in request.TagSpecifications ?? [])
        {
            switch (specification.ResourceType)
            {
                case ResourceType.Instance or ResourceType.NetworkInterface or ResourceType.Volume:
                    break;
                case ResourceType.SpotInstancesRequest when request.InstanceMarketOptions is not null:
                    break;
                case ResourceType.SpotInstancesRequest:
                    throw Errors.InvalidParameterValue(
                        "'spot-instances-request' is not a valid taggable resource type for an On-Demand launch.");
                case ResourceType.ElasticGpu:
                    throw Errors.NotServed($"tags of a {specification.ResourceType.Value.ToWire()} at launch");
                case null:
                    throw Errors.Missing("TagSpecification.ResourceType");
                default:
                    throw Errors.InvalidParameterValue(
                        $"'{specification.ResourceType.Value.ToWire()}' is not a valid taggable resource type for this "
                        + "operation.");
            }
        }
    }

    // The wording is guessed.
    private static void CheckCounts(int min, int max)
    {
        if (min < 1 || max < min)
        {
            throw Errors.InvalidParameterValue(
                $"MinCount ({min}) must be at least 1, and MaxCount ({max}) at least MinCount.");
        }
    }

    private static void CheckPlacement(Placement? placement) => Errors.RefuseUnserved(
        "Dedicated Hosts (Placement.Affinity, HostId, HostResourceGroupArn, SpreadDomain)",
        placement is not null && Array.Exists(
            [placement.Affinity, placement.HostId, placement.HostResourceGroupArn, placement.SpreadDomain],
            text => !string.IsNullOrEmpty(text)));
}
