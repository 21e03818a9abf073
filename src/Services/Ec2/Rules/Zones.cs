using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The zones of the call's region. AWS maps names to ids by account in its oldest regions; here all accounts share one
/// mapping.
/// </summary>
internal static class Zones
{
    /// <summary>The call's region.</summary>
    /// <exception cref="ServiceException">InvalidRegion: the scope names no region.</exception>
    public static Region RegionOf(ReadCall call) => RegionCatalog.Find(call.Region)
        ?? throw new ServiceException("InvalidRegion", $"The region '{call.Region}' does not exist.");

    /// <summary>The zone that a request names by name or by id; the first of the region when by neither.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, or InvalidParameterCombination for both.</exception>
    public static Zone Choose(ReadCall call, string? name, string? id)
    {
        var region = RegionOf(call);
        return (name, id) switch
        {
            ({ }, { }) => throw Errors.InvalidParameterCombination(
                "You can specify either an Availability Zone or an Availability Zone ID, but not both."),
            ({ }, _) => region.ZoneNamed(name) ?? throw Unknown(region, name, "availabilityZone"),
            (_, { }) => region.ZoneWithId(id) ?? throw Unknown(region, id, "availabilityZoneId"),
            _ => region.Zones[0],
        };
    }

    private static ServiceException Unknown(Region region, string value, string parameter) =>
        Errors.InvalidParameterValue(
            $"Value ({value}) for parameter {parameter} is invalid. Subnets can currently only be created in "
            + $"the following availability zones: {string.Join(", ", region.Zones.Select(zone => zone.Name))}.");
}
