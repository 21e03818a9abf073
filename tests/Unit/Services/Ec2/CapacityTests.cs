using Orrery.Services.Ec2.Operations.Capacity;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Capacity as it is declared, and what follows from it.</summary>
public sealed class CapacityTests
{
    private static readonly RunInstancesRequest InZone =
        Fleet.One() with { Placement = new() { AvailabilityZone = Market.Zone } };

    [Fact]
    public void A_launch_takes_what_room_there_is_and_fails_below_its_minimum()
    {
        var cloud = Market.New();
        cloud.Declare(3);
        Assert.Equal(3, cloud.Run(new RunInstances(), InZone with { MaxCount = 5 }).Instances!.Count);
        Assert.Equal("InsufficientInstanceCapacity", cloud.Refused(new RunInstances(), InZone));
        Assert.Equal("eu-west-1b", cloud.Launch(Fleet.One()).Placement!.AvailabilityZone);
    }

    [Fact]
    public void A_stopped_instance_gives_its_room_away()
    {
        var cloud = Market.New();
        cloud.Declare(1);
        var first = cloud.Launch(InZone).InstanceId!;
        cloud.Stop(first);
        cloud.Launch(InZone);
        Assert.Equal("InsufficientInstanceCapacity", Cloud.Refusal(() => cloud.Start(first)));
    }

    [Fact]
    public void On_demand_goes_before_spot()
    {
        var cloud = Market.New();
        cloud.Declare(1);
        var request = cloud.Request();
        var demand = cloud.Launch(InZone).InstanceId!;
        Assert.Equal("active marked-for-termination", cloud.Status(request));
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("closed instance-terminated-no-capacity", cloud.Status(request));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(demand));
        Assert.Equal("open capacity-not-available", cloud.Status(cloud.Request()));
    }

    [Fact]
    public void Shrinking_never_ends_on_demand_instances()
    {
        var cloud = Market.New();
        var id = cloud.Launch(InZone).InstanceId!;
        cloud.Declare(0);
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(id));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
        {
            cloud.Declare(1, zone: "us-east-1a");
            return null;
        }));
    }

    [Fact]
    public void Attributes_choose_types()
    {
        var cloud = Market.New();
        var types = cloud.Run(new GetInstanceTypesFromInstanceRequirements(), new()
        {
            ArchitectureTypes = [ArchitectureType.X8664],
            VirtualizationTypes = [VirtualizationType.Hvm],
            InstanceRequirements = new()
            {
                VCpuCount = new() { Min = 4, Max = 4 },
                MemoryMiB = new() { Min = 16384, Max = 16384 },
                AllowedInstanceTypes = ["m5*"],
                LocalStorage = LocalStorage.Excluded,
            },
        }).InstanceTypes!.Select(t => t.InstanceType);
        Assert.Equal(["m5.xlarge", "m5a.xlarge", "m5n.xlarge", "m5zn.xlarge"], types);
    }

    [Fact]
    public void Placement_scores_tell_of_room()
    {
        var cloud = Market.New();
        var request = new GetSpotPlacementScoresRequest
        {
            InstanceTypes = ["t3.micro"], TargetCapacity = 5, RegionNames = ["eu-west-1"],
                SingleAvailabilityZone = true,
        };
        int ScoreOf() => cloud.Run(new GetSpotPlacementScores(), request).SpotPlacementScores!
            .Single(s => s.AvailabilityZoneId == ZoneId).Score!.Value;
        Assert.True(ScoreOf() > 1);
        cloud.Declare(0, spot: true);
        Assert.Equal(1, ScoreOf());
    }

    private static string ZoneId =>
        Orrery.Contracts.Regions.RegionCatalog.Find("eu-west-1")!.ZoneNamed(Market.Zone)!.Id;
}
