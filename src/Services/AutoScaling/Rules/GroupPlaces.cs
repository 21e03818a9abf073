using System.Collections.Immutable;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Reads where a group launches. Source: API Reference, CreateAutoScalingGroup and UpdateAutoScalingGroup; words of
/// refusals are guessed where clients do not match on them.
/// </summary>
internal static class GroupPlaces
{
    /// <summary>The names of zones that are named by name or by id; null where none are.</summary>
    public static IReadOnlyList<string>? ZoneNames(
        ReadCall call, IReadOnlyList<string>? names, IReadOnlyList<string>? ids)
    {
        if (ids is not { Count: > 0 }) return names;
        if (names is { Count: > 0 })
            throw Errors.Invalid("AvailabilityZones and AvailabilityZoneIds cannot both be specified.");
        var region = RegionCatalog.Find(call.Region);
        return [.. ids.Select(id => region?.ZoneWithId(id)?.Name
            ?? throw Errors.Invalid($"The Availability Zone ID {id} is not valid in {call.Region}."))];
    }

    /// <summary>Where it launches, and whether that was said by subnet.</summary>
    public static (ImmutableArray<PlaceRecord> Places, bool NamesSubnets) Of(
        ReadCall call, string? subnets, IReadOnlyList<string>? zones)
    {
        var named = (subnets ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0)
        {
            return zones is { Count: > 0 }
                ? ([.. zones.Distinct(StringComparer.Ordinal).Select(zone => Place(DefaultPlaceOf(call, zone)))], false)
                : throw Errors.Invalid("At least one Availability Zone or VPC Subnet is required.");
        }

        var places = named.Distinct(StringComparer.Ordinal).Select(id => PlaceOf(call, id)).ToList();
        if (places.Select(place => place.VpcId).Distinct(StringComparer.Ordinal).Count() > 1)
            throw Errors.Invalid("The subnets of an Auto Scaling group must be of one VPC.");
        if (zones is { Count: > 0 } && !zones.ToHashSet().SetEquals(places.Select(place => place.Zone)))
        {
            throw Errors.Invalid("The availability zones of the specified subnets and the AutoScalingGroup do not "
                + "match");
        }

        return ([.. places.Select(Place)], true);
    }

    /// <summary>
    /// Refuses a cluster placement group over several zones. Source: API Reference, CreateAutoScalingGroup; that the
    /// group is refused, rather than its launches, is guessed. A placement group that there is not fails launches.
    /// </summary>
    public static GroupRecord Placed(ReadCall call, GroupRecord group)
    {
        if (group.PlacementGroup is { } name && group.Places.DistinctBy(place => place.Zone).Count() > 1
            && call.Port<IInstanceSupply>().IsCluster(call, name))
            throw Errors.Invalid("You cannot specify multiple Availability Zones and a cluster placement group.");
        return group;
    }

    // AWS says so of any text that is no subnet (hashicorp/terraform issue 471).
    private static SupplyPlace PlaceOf(ReadCall call, string subnet)
    {
        try
        {
            return call.Port<IInstanceSupply>().PlaceOf(call, subnet);
        }
        catch (Core.ServiceException)
        {
            throw Errors.Invalid($"The subnet ID '{subnet}' does not exist");
        }
    }

    private static SupplyPlace DefaultPlaceOf(ReadCall call, string zone)
    {
        try
        {
            return call.Port<IInstanceSupply>().DefaultPlaceOf(call, zone);
        }
        catch (Core.ServiceException refusal)
        {
            throw Errors.Invalid(refusal.Message);
        }
    }

    private static PlaceRecord Place(SupplyPlace place) => new(place.SubnetId, place.Zone, place.ZoneId);
}
