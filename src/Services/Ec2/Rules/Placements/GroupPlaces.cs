using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Placements;

/// <summary>
/// The places that a placement group has for instances: one zone for a cluster, seven instances a zone for a spread
/// group, partitions that fill evenly. Source: EC2 User Guide, "Placement groups" and "Placement strategies" (rules and
/// limitations); the codes of refusals are guessed.
/// </summary>
internal sealed class GroupPlaces
{
    private const int SpreadPerZone = 7;

    private readonly PlacementGroupRecord? _group;
    private readonly int? _partition;
    private readonly List<InstanceRecord> _members = [];
    private readonly string _zone;

    /// <summary>Looks at the group that a launch names, if it names one.</summary>
    /// <exception cref="ServiceException">There is no such group, or it does not take such instances.</exception>
    public GroupPlaces(
        ReadCall call, Placement? placement, InstanceTypeFacts type, string zone)
    {
        _zone = zone;
        _group = Named(call, placement?.GroupId, placement?.GroupName);
        _partition = placement?.PartitionNumber is > 0 and var number ? number : null;
        if (_group is null)
        {
            if (_partition is not null)
            {
                throw Errors.InvalidParameterCombination(
                    "PartitionNumber needs a partition placement group (GroupName).");
            }

            return;
        }

        _members.AddRange(call.Read(InstanceTables.Instances)
            .By(SpotTables.InstancesByPlacementGroup, _group.Id.Value));
        CheckType(_group, type);
        CheckPartition(_group, _partition);
        if (_group.Strategy == PlacementStrategy.Cluster && _members.Find(m => m.AvailabilityZone != zone) is { } other)
        {
            throw Errors.InvalidParameterValue(
                $"The instances of the cluster placement group {_group.Name} are in the zone {other.AvailabilityZone}; "
                + $"instances in the zone {zone} cannot join it.");
        }
    }

    /// <summary>The group of an id or a name; null where neither is given.</summary>
    /// <exception cref="ServiceException">InvalidPlacementGroup.Unknown.</exception>
    public static PlacementGroupRecord? Named(ReadCall call, string? id, string? name) =>
        id is { Length: > 0 } ? LaunchKinds.PlacementGroup.Get(call, id)
        : string.IsNullOrEmpty(name) ? null
        : call.Read(TemplateTables.PlacementGroups).By(TemplateTables.PlacementGroupsByName, name).FirstOrDefault()
            ?? throw new ServiceException(
                "InvalidPlacementGroup.Unknown", $"The Placement Group '{name}' is unknown.");

    /// <summary>How many of the wanted instances have a place.</summary>
    /// <exception cref="ServiceException">Fewer than the least.</exception>
    public int Fitting(int least, int wanted)
    {
        if (_group is not { Strategy: PlacementStrategy.Spread })
        {
            return wanted;
        }

        var left = SpreadPerZone - _members.Count(m => m.AvailabilityZone == _zone && Runs(m));
        return left < least
            ? throw new ServiceException(
                "InstanceLimitExceeded",
                $"The spread placement group {_group.Name} has at most {SpreadPerZone} running instances in a zone.")
            : Math.Min(left, wanted);
    }

    /// <summary>The instance in its place.</summary>
    public InstanceRecord Place(InstanceRecord instance)
    {
        if (_group is null)
        {
            return instance;
        }

        instance = instance with
        {
            PlacementGroupId = _group.Id.Value,
            PartitionNumber = _group.Strategy == PlacementStrategy.Partition ? _partition ?? Emptiest() : null,
        };
        _members.Add(instance);
        return instance;
    }

    private int Emptiest() => Enumerable.Range(1, _group!.PartitionCount!.Value)
        .MinBy(number => _members.Count(m => m.AvailabilityZone == _zone && m.PartitionNumber == number));

    private static bool Runs(InstanceRecord instance) =>
        instance.State is InstanceStateName.Pending or InstanceStateName.Running;

    private static void CheckType(PlacementGroupRecord group, InstanceTypeFacts type)
    {
        if (!type.Row.List("placement").Contains(group.Strategy.ToWire()))
        {
            throw Errors.InvalidParameterCombination(
                (group.Strategy == PlacementStrategy.Cluster ? "Cluster placement groups" : "Placement groups")
                + $" are not supported by the '{type.Name}' instance type. Specify a supported instance type or change "
                + "the placement "
                + "group strategy, and try again.");
        }
    }

    private static void CheckPartition(PlacementGroupRecord group, int? partition)
    {
        if (partition is { } number && !(number <= group.PartitionCount))
        {
            throw Errors.InvalidParameterValue(
                $"Value ({number}) for parameter PartitionNumber is invalid: the group {group.Name} has "
                + $"{group.PartitionCount ?? 0} partitions.");
        }
    }
}
