using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>The zone of a new volume. Source: EC2 API Reference, CreateVolume (one of name and id).</summary>
internal static class VolumeZones
{
    /// <summary>The zone that a request names.</summary>
    /// <exception cref="ServiceException">
    /// MissingParameter, InvalidParameterCombination, or InvalidZone.NotFound.
    /// </exception>
    public static Zone Choose(ReadCall call, string? name, string? id)
    {
        var region = Zones.RegionOf(call);
        return (name, id) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => throw Errors.InvalidParameterCombination(
                "You can specify either an Availability Zone or an Availability Zone ID, but not both."),
            ({ Length: > 0 }, _) => region.ZoneNamed(name) ?? throw Unknown(name),
            (_, { Length: > 0 }) => region.ZoneWithId(id) ?? throw Unknown(id),
            _ => throw Errors.Missing("zone"),
        };
    }

    private static ServiceException Unknown(string zone) =>
        new("InvalidZone.NotFound", $"The zone '{zone}' does not exist.");
}
