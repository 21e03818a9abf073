using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Placement;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Placement groups, and what they decide of a launch.</summary>
public sealed class PlacementTests
{
    [Fact]
    public void A_spread_group_has_seven_places_in_a_zone()
    {
        var cloud = Fleet.New();
        Group(cloud, PlacementStrategy.Spread);
        Assert.Equal(7, Launch(cloud, (1, 9)).Count);
        Assert.Equal("InstanceLimitExceeded", Cloud.Refusal(() => Launch(cloud, (1, 1))));
        Assert.Single(Launch(cloud, (1, 1), zone: "eu-west-1b"));
    }

    [Fact]
    public void A_cluster_stays_in_one_zone_and_takes_only_types_that_support_it()
    {
        var cloud = Fleet.New();
        Group(cloud, PlacementStrategy.Cluster);
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Launch(cloud, (1, 1))));
        Launch(cloud, (1, 1), type: InstanceType.C5Large);
        Assert.Equal(
            "InvalidParameterValue",
            Cloud.Refusal(() => Launch(cloud, (1, 1), zone: "eu-west-1b", type: InstanceType.C5Large)));
        Assert.Equal(
            "InvalidPlacementGroup.InUse",
            cloud.Refused(new DeletePlacementGroup(), new DeletePlacementGroupRequest { GroupName = "g" }));
    }

    [Fact]
    public void Partitions_fill_evenly_unless_one_is_named()
    {
        var cloud = Fleet.New();
        Group(cloud, PlacementStrategy.Partition, 3);
        var numbers = Launch(cloud, (6, 6)).Select(i => i.Placement!.PartitionNumber!.Value).Order();
        Assert.Equal([1, 1, 2, 2, 3, 3], numbers);
        Assert.Equal(2, Assert.Single(Launch(cloud, (1, 1), partition: 2)).Placement!.PartitionNumber);
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Launch(cloud, (1, 1), partition: 4)));
        Assert.Equal(
            "InvalidParameterValue",
            cloud.Refused(new CreatePlacementGroup(), new CreatePlacementGroupRequest
            {
                GroupName = "h", Strategy = PlacementStrategy.Partition, PartitionCount = 8,
            }));
    }

    [Fact]
    public void A_stopped_instance_moves_into_a_group_and_out_of_it()
    {
        var cloud = Fleet.New();
        Group(cloud, PlacementStrategy.Spread);
        var id = cloud.Launch();
        Assert.Equal(
            "IncorrectInstanceState",
                cloud.Refused(new ModifyInstancePlacement(), new() { InstanceId = id, GroupName = "g" }));
        cloud.Stop(id);
        cloud.Run(new ModifyInstancePlacement(), new() { InstanceId = id, GroupName = "g" });
        Assert.Equal("g", cloud.Instance(id).Placement!.GroupName);
        cloud.Run(new ModifyInstancePlacement(), new() { InstanceId = id, GroupName = "" });
        Assert.Equal("", cloud.Instance(id).Placement!.GroupName);
        cloud.Run(new DeletePlacementGroup(), new DeletePlacementGroupRequest { GroupName = "g" });
        Assert.Empty(cloud.Run(new DescribePlacementGroups(), new()).PlacementGroups!);
    }

    private static void Group(Cloud cloud, PlacementStrategy strategy, int? partitions = null) =>
        cloud.Run(new CreatePlacementGroup(), new CreatePlacementGroupRequest
        {
            GroupName = "g", Strategy = strategy, PartitionCount = partitions,
        });

    private static IReadOnlyList<Instance> Launch(
        Cloud cloud, (int Min, int Max) count, string? zone = null, int? partition = null,
        InstanceType type = InstanceType.T3Micro) => cloud.Run(new RunInstances(), Fleet.One() with
    {
        MinCount = count.Min, MaxCount = count.Max, InstanceType = type,
        Placement = new() { GroupName = "g", PartitionNumber = partition, AvailabilityZone = zone },
    }).Instances!;
}
