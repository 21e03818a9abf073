using Orrery.Services.Ec2.Operations.Capacity;
using Orrery.Services.Ec2.Operations.Fleets;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Capacity Reservations: the room that they hold, and who comes into them.</summary>
public sealed class CapacityReservationTests
{
    private static readonly RunInstancesRequest InZone =
        Fleet.One() with { Placement = new() { AvailabilityZone = Market.Zone } };

    [Fact]
    public void It_holds_room_that_nobody_else_has()
    {
        var cloud = Market.New();
        cloud.Declare(3);
        var id = Reserve(cloud, 2, InstanceMatchCriteria.Targeted);
        Assert.Single(cloud.Run(new RunInstances(), InZone with { MaxCount = 3 }).Instances!);
        Assert.Equal("InsufficientInstanceCapacity", cloud.Refused(new RunInstances(), InZone));
        Assert.Equal((2, 2), Counts(cloud, id));
        Assert.Equal("InsufficientInstanceCapacity", Cloud.Refusal(() => Reserve(cloud, 2)));
        cloud.Run(new CancelCapacityReservation(), new() { CapacityReservationId = id });
        Assert.Equal(2, cloud.Run(new RunInstances(), InZone with { MaxCount = 3 }).Instances!.Count);
    }

    [Fact]
    public void Instances_of_its_attributes_come_into_an_open_one_while_they_run()
    {
        var cloud = Market.New();
        cloud.Declare(2);
        var id = Reserve(cloud, 2);
        var first = cloud.Launch(InZone);
        Assert.Equal((id, CapacityReservationPreference.Open),
            (first.CapacityReservationId, first.CapacityReservationSpecification!.CapacityReservationPreference));
        Assert.Equal((2, 1), Counts(cloud, id));
        cloud.Stop(first.InstanceId!);
        Assert.Equal((2, 2), Counts(cloud, id));
        Assert.Null(cloud.Instance(first.InstanceId!).CapacityReservationId);
        Assert.Equal("InsufficientInstanceCapacity", cloud.Refused(new RunInstances(), InZone with
        {
            CapacityReservationSpecification = new()
            {
                CapacityReservationPreference = CapacityReservationPreference.None,
            },
        }));
        cloud.Start(first.InstanceId!);
        Assert.Equal([first.InstanceId!], cloud.Found("capacity-reservation-id", id));
        cloud.Terminate(first.InstanceId!);
        Assert.Equal((2, 2), Counts(cloud, id));
    }

    [Theory]
    [InlineData(InstanceType.T3Small, null, null)]
    [InlineData(InstanceType.T3Micro, Tenancy.Dedicated, null)]
    [InlineData(InstanceType.T3Micro, null, "Windows_Server-2022*")]
    public void Instances_of_other_attributes_stay_outside(InstanceType type, Tenancy? tenancy, string? image)
    {
        var cloud = Market.New();
        var id = Reserve(cloud, 1);
        var launched = cloud.Launch(InZone with
        {
            InstanceType = type,
            Placement = new() { AvailabilityZone = Market.Zone, Tenancy = tenancy },
            ImageId = image is null ? Fleet.Image : cloud.ImageNamed(image).ImageId,
        });
        Assert.Null(launched.CapacityReservationId);
        Assert.Equal("InvalidParameterCombination", cloud.Refused(new RunInstances(), InZone with
        {
            InstanceType = type,
            Placement = new() { AvailabilityZone = Market.Zone, Tenancy = tenancy },
            ImageId = image is null ? Fleet.Image : cloud.ImageNamed(image).ImageId,
            CapacityReservationSpecification = Into(id),
        }));
    }

    // "Error codes for the Amazon EC2 API": ReservationCapacityExceeded.
    [Fact]
    public void An_instance_that_names_one_runs_there_or_not_at_all()
    {
        var cloud = Market.New();
        var id = Reserve(cloud, 2, InstanceMatchCriteria.Targeted, "eu-west-1b");
        Assert.Null(cloud.Launch(InZone).CapacityReservationId);
        var request = Fleet.One() with { MinCount = 2, MaxCount = 5, CapacityReservationSpecification = Into(id) };
        var launched = cloud.Run(new RunInstances(), request).Instances!;
        Assert.Equal(["eu-west-1b", "eu-west-1b"], launched.Select(i => i.Placement!.AvailabilityZone));
        Assert.All(launched, i => Assert.Equal(id, i.CapacityReservationId));
        Assert.Equal("ReservationCapacityExceeded", cloud.Refused(
            new RunInstances(), request with { MinCount = 1, MaxCount = 1 }));
        cloud.Stop(launched[0].InstanceId!);
        cloud.Run(new CancelCapacityReservation(), new() { CapacityReservationId = id });
        Assert.Equal("InvalidCapacityReservationState", Cloud.Refusal(() => cloud.Start(launched[0].InstanceId!)));
        Assert.Equal("InvalidCapacityReservationState", cloud.Refused(new RunInstances(), request));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(launched[1].InstanceId!));
        Assert.Equal("InvalidCapacityReservationId.NotFound", cloud.Refused(
            new RunInstances(), request with { CapacityReservationSpecification = Into("cr-0123456789abcdef0") }));
        cloud.Run(new ModifyInstanceCapacityReservationAttributes(), new()
        {
            InstanceId = launched[0].InstanceId,
            CapacityReservationSpecification = new()
            {
                CapacityReservationPreference = CapacityReservationPreference.Open,
            },
        });
        cloud.Start(launched[0].InstanceId!);
    }

    [Fact]
    public void An_instance_that_wants_any_finds_the_zone_of_one()
    {
        var cloud = Market.New();
        var only = new CapacityReservationSpecification
        {
            CapacityReservationPreference = CapacityReservationPreference.CapacityReservationsOnly,
        };
        var request = Fleet.One() with { CapacityReservationSpecification = only };
        Assert.Equal("ReservationCapacityExceeded", cloud.Refused(new RunInstances(), request));
        var id = Reserve(cloud, 1, zone: "eu-west-1c");
        var launched = cloud.Launch(request);
        Assert.Equal((id, "eu-west-1c"), (launched.CapacityReservationId, launched.Placement!.AvailabilityZone));
        Assert.Equal("ReservationCapacityExceeded", cloud.Refused(new RunInstances(), request));
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        var cloud = Market.New();
        var id = Reserve(cloud, 1);
        Assert.Equal("InvalidParameterCombination", cloud.Refused(new RunInstances(), InZone with
        {
            CapacityReservationSpecification = Into(id) with
            {
                CapacityReservationPreference = CapacityReservationPreference.None,
            },
        }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(new RunInstances(), InZone with
        {
            CapacityReservationSpecification = Into(id), InstanceMarketOptions = new() { MarketType = MarketType.Spot },
        }));
        string Refused(CreateCapacityReservationRequest request) =>
            cloud.Refused(new CreateCapacityReservation(), request);
        Assert.Equal("InvalidParameterValue", Refused(Order(0)));
        Assert.Equal("InvalidParameterValue", Refused(Order(1001)));
        Assert.Equal("InvalidParameterValue", Refused(Order(1) with { InstanceType = "t3.none" }));
        Assert.Equal("MissingParameter", Refused(Order(1) with { AvailabilityZone = null }));
        Assert.Equal("MissingParameter", Refused(Order(1) with { EndDateType = EndDateType.Limited }));
        Assert.Equal("InvalidParameterCombination", Refused(Order(1) with { EndDate = Rig.Start.AddDays(1) }));
        Assert.Equal("InvalidParameterValue", Refused(Order(1) with
        {
            EndDateType = EndDateType.Limited, EndDate = Rig.Start.AddDays(-1),
        }));
        Assert.Equal("UnsupportedOperation", Refused(Order(1) with { StartDate = Rig.Start.AddDays(10) }));
    }

    [Fact]
    public void An_open_one_takes_in_what_runs_already()
    {
        var cloud = Market.New();
        cloud.Declare(1);
        var running = cloud.Launch(InZone).InstanceId!;
        Assert.Equal("InsufficientInstanceCapacity", Cloud.Refusal(() => Reserve(cloud, 2)));
        Assert.Equal("InsufficientInstanceCapacity", Cloud.Refusal(() =>
            Reserve(cloud, 1, InstanceMatchCriteria.Targeted)));
        var id = Reserve(cloud, 1);
        Assert.Equal(((1, 0), id), (Counts(cloud, id), cloud.Instance(running).CapacityReservationId));
        cloud.Run(new CancelCapacityReservation(), new() { CapacityReservationId = id });
        Assert.Null(cloud.Instance(running).CapacityReservationId);
        Assert.Equal("InvalidCapacityReservationState", cloud.Refused(
            new CancelCapacityReservation(), new() { CapacityReservationId = id }));
    }

    [Fact]
    public void At_its_end_its_room_is_free_and_its_instances_run_on()
    {
        var cloud = Market.New();
        cloud.Declare(2);
        var id = cloud.Run(new CreateCapacityReservation(), Order(2) with
        {
            EndDateType = EndDateType.Limited, EndDate = Rig.Start.AddHours(5),
        }).CapacityReservation!.CapacityReservationId!;
        var inside = cloud.Launch(InZone).InstanceId!;
        cloud.Advance(TimeSpan.FromHours(4));
        Assert.Equal(CapacityReservationState.Active, Shown(cloud, id).State);
        cloud.Advance(TimeSpan.FromHours(1));
        var over = Shown(cloud, id);
        Assert.Equal((CapacityReservationState.Expired, 0), (over.State, over.AvailableInstanceCount));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(inside));
        Assert.Null(cloud.Instance(inside).CapacityReservationId);
        cloud.Launch(InZone);
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidCapacityReservationId.NotFound", Cloud.Refusal(() => Shown(cloud, id)));
    }

    // EC2 User Guide, "Modify an active Capacity Reservation".
    [Fact]
    public void It_is_modified_in_number_end_and_eligibility()
    {
        var cloud = Market.New();
        cloud.Declare(4);
        var id = Reserve(cloud, 1);
        void Modify(ModifyCapacityReservationRequest request) =>
            cloud.Run(new ModifyCapacityReservation(), request with { CapacityReservationId = id });
        Modify(new() { InstanceCount = 3 });
        Assert.Equal((3, 3), Counts(cloud, id));
        Assert.Equal("InsufficientInstanceCapacity", Cloud.Refusal(() =>
        {
            Modify(new() { InstanceCount = 5 });
            return null;
        }));
        Modify(new() { InstanceMatchCriteria = InstanceMatchCriteria.Targeted });
        var running = cloud.Launch(InZone).InstanceId!;
        Modify(new() { InstanceMatchCriteria = InstanceMatchCriteria.Open });
        Assert.Equal((3, 2), Counts(cloud, id));
        Assert.Equal(id, cloud.Instance(running).CapacityReservationId);
        Assert.Equal("InvalidCapacityReservationState", Cloud.Refusal(() =>
        {
            Modify(new() { InstanceMatchCriteria = InstanceMatchCriteria.Targeted });
            return null;
        }));
        cloud.Advance(TimeSpan.FromMinutes(1));
        cloud.Launch(InZone);
        Modify(new() { InstanceCount = 1 });
        Assert.Equal(((1, 0), id), (Counts(cloud, id), cloud.Instance(running).CapacityReservationId));
        Modify(new() { EndDateType = EndDateType.Limited, EndDate = Rig.Start.AddHours(1) });
        Assert.Equal(EndDateType.Limited, Shown(cloud, id).EndDateType);
        Modify(new() { EndDateType = EndDateType.Unlimited });
        cloud.Advance(TimeSpan.FromHours(2));
        Assert.Equal(
            (CapacityReservationState.Active, EndDateType.Unlimited),
            (Shown(cloud, id).State, Shown(cloud, id).EndDateType));
    }

    // "Error codes for the Amazon EC2 API", InstanceLimitExceeded.
    [Fact]
    public void It_counts_for_the_quota_whether_it_is_used_or_not()
    {
        var cloud = Cloud.New(quotas: ("L-1216C47A", 4));
        Assert.Equal("InstanceLimitExceeded", Cloud.Refusal(() => Reserve(cloud, 3)));
        var id = Reserve(cloud, 2);
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(
            new RunInstances(), InZone with { InstanceType = InstanceType.T3Small }));
        var first = cloud.Launch(InZone).InstanceId!;
        cloud.Launch(InZone);
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(new RunInstances(), InZone));
        cloud.Stop(first);
        cloud.Start(first);
        Assert.Equal((2, 0), Counts(cloud, id));
    }

    [Fact]
    public void Spot_gives_way_to_it()
    {
        var cloud = Market.New();
        cloud.Declare(1);
        var request = cloud.Request();
        Reserve(cloud, 1, InstanceMatchCriteria.Targeted);
        Assert.Equal("active marked-for-termination", cloud.Status(request));
    }

    [Fact]
    public void Templates_and_fleets_launch_into_it()
    {
        var cloud = Market.New();
        var id = Reserve(cloud, 3, InstanceMatchCriteria.Targeted);
        cloud.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "t",
            LaunchTemplateData = new()
            {
                ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro,
                CapacityReservationSpecification = new()
                {
                    CapacityReservationTarget = new() { CapacityReservationId = id },
                },
            },
        });
        Assert.Equal(id, cloud.Launch(new RunInstancesRequest
        {
            LaunchTemplate = new() { LaunchTemplateName = "t" }, MinCount = 1, MaxCount = 1,
        }).CapacityReservationId);
        var made = cloud.Run(new CreateFleet(), new()
        {
            Type = FleetType.Instant,
            TargetCapacitySpecification = new()
            {
                TotalTargetCapacity = 5, DefaultTargetCapacityType = DefaultTargetCapacityType.OnDemand,
            },
            LaunchTemplateConfigs =
                [new() { LaunchTemplateSpecification = new() { LaunchTemplateName = "t", Version = "1" } }],
        });
        Assert.Equal(2, made.Instances!.Sum(i => i.InstanceIds!.Count));
        Assert.Equal((3, 0), Counts(cloud, id));
    }

    [Fact]
    public void It_is_found_by_filters_and_tells_who_uses_it()
    {
        var cloud = Market.New();
        var id = Reserve(cloud, 2);
        Reserve(cloud, 1, zone: "eu-west-1b");
        cloud.Launch(InZone);
        Assert.Equal([id], cloud.Run(new DescribeCapacityReservations(), new()
        {
            Filters =
            [
                new() { Name = "availability-zone", Values = [Market.Zone] },
                new() { Name = "instance-match-criteria", Values = ["open"] },
                new() { Name = "tag:use", Values = ["test"] },
            ],
        }).CapacityReservations!.Select(r => r.CapacityReservationId!));
        var usage = cloud.Run(new GetCapacityReservationUsage(), new() { CapacityReservationId = id });
        var user = Assert.Single(usage.InstanceUsages!);
        Assert.Equal(("123456789012", 1), (user.AccountId, user.UsedInstanceCount));
        var shown = Shown(cloud, id);
        Assert.Equal(
            ($"arn:aws:ec2:eu-west-1:123456789012:capacity-reservation/{id}", "t3.micro", 1),
            (shown.CapacityReservationArn, shown.InstanceType, Assert.Single(shown.CapacityAllocations!).Count));
    }

    private static CapacityReservationSpecification Into(string id) => new()
    {
        CapacityReservationTarget = new() { CapacityReservationId = id },
    };

    private static CreateCapacityReservationRequest Order(int count) => new()
    {
        InstanceType = "t3.micro",
        InstancePlatform = CapacityReservationInstancePlatformWire.Parse("Linux/UNIX"),
        AvailabilityZone = Market.Zone,
        InstanceCount = count,
        TagSpecifications =
        [
            new() { ResourceType = ResourceType.CapacityReservation, Tags = [new() { Key = "use", Value = "test" }] },
        ],
    };

    private static string Reserve(
        Cloud cloud,
        int count,
        InstanceMatchCriteria criteria = InstanceMatchCriteria.Open,
        string zone = Market.Zone) =>
        cloud.Run(new CreateCapacityReservation(), Order(count) with
        {
            InstanceMatchCriteria = criteria, AvailabilityZone = zone,
        }).CapacityReservation!.CapacityReservationId!;

    private static CapacityReservation Shown(Cloud cloud, string id) => Assert.Single(cloud.Run(
        new DescribeCapacityReservations(), new() { CapacityReservationIds = [id] }).CapacityReservations!);

    private static (int? Total, int? Available) Counts(Cloud cloud, string id)
    {
        var shown = Shown(cloud, id);
        return (shown.TotalInstanceCount, shown.AvailableInstanceCount);
    }
}
