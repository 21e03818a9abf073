using Orrery.Services.Ec2.Operations.Fleets;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Spot Instances that stop or hibernate when they are interrupted. Source: EC2 User Guide, "Stop interrupted Spot
/// Instances" and "Hibernate interrupted Spot Instances".
/// </summary>
public sealed class SpotBehaviorTests
{
    private readonly Cloud _cloud = Market.New();

    [Fact]
    public void A_hibernation_begins_with_its_notice_and_ends_when_there_is_room()
    {
        var instance = _cloud.Launch(Able(new() { SpotInstanceType = SpotInstanceType.Persistent }));
        var (id, request) = (instance.InstanceId!, instance.SpotInstanceRequestId!);
        Assert.Equal(
            InstanceInterruptionBehavior.Hibernate, _cloud.SpotRequest(request).InstanceInterruptionBehavior);
        _cloud.Declare(0, spot: true);
        Assert.Equal("hibernate", _cloud.Notice(id)!.Action);
        Assert.Equal(
            (InstanceStateName.Stopped, "Server.SpotInstanceShutdown"),
            (_cloud.StateOf(id), _cloud.Instance(id).StateReason!.Code));
        Assert.Equal("disabled instance-stopped-no-capacity", _cloud.Status(request));
        Assert.Equal("UnsupportedHibernationConfiguration", _cloud.Refused(
            new CreateImage(), new CreateImageRequest { InstanceId = id, Name = "of-what-sleeps" }));
        _cloud.Declare(null, spot: true);
        Assert.Equal("active fulfilled", _cloud.Status(request));
        Assert.Equal(InstanceStateName.Running, _cloud.StateOf(id));
    }

    [Fact]
    public void What_cannot_hibernate_stops()
    {
        var request = _cloud.Request(new()
        {
            Type = SpotInstanceType.Persistent, InstanceInterruptionBehavior = InstanceInterruptionBehavior.Hibernate,
        });
        var id = _cloud.SpotRequest(request).InstanceId!;
        _cloud.Declare(0, spot: true);
        Assert.Equal(InstanceStateName.Stopped, _cloud.StateOf(id));
        _cloud.Run(new CreateImage(), new CreateImageRequest { InstanceId = id, Name = "of-what-stopped" });
    }

    [Fact]
    public void Hibernation_needs_a_persistent_request_and_no_other_behavior()
    {
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(new RunInstances(), Able(new())));
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(new RunInstances(), Able(new()
        {
            SpotInstanceType = SpotInstanceType.Persistent,
            InstanceInterruptionBehavior = InstanceInterruptionBehavior.Stop,
        })));
    }

    [Fact]
    public void An_instance_that_an_interruption_stopped_ends_with_its_request()
    {
        var request = _cloud.Request(new()
        {
            Type = SpotInstanceType.Persistent, InstanceInterruptionBehavior = InstanceInterruptionBehavior.Stop,
        });
        var id = _cloud.SpotRequest(request).InstanceId!;
        _cloud.Declare(0, spot: true);
        _cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(InstanceStateName.Stopped, _cloud.StateOf(id));
        _cloud.Run(new CancelSpotInstanceRequests(), new() { SpotInstanceRequestIds = [request] });
        Assert.Equal(InstanceStateName.Terminated, _cloud.StateOf(id));
        Assert.Equal("cancelled instance-terminated-by-service", _cloud.Status(request));
    }

    [Theory]
    [InlineData(SpotInstanceInterruptionBehavior.Stop)]
    [InlineData(SpotInstanceInterruptionBehavior.Hibernate)]
    public void A_fleet_starts_what_was_stopped_when_it_comes_back_to_a_pool(
        SpotInstanceInterruptionBehavior behavior)
    {
        var fleet = Make(behavior);
        var members = Members(fleet);
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() => _cloud.Stop(members[0])));
        _cloud.Declare(0, spot: true);
        _cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.All(members, id => Assert.Equal(InstanceStateName.Stopped, _cloud.StateOf(id)));
        Assert.Equal(0.0, _cloud.FleetNow(fleet).FulfilledCapacity);
        _cloud.Declare(2, spot: true);
        Assert.Equal(members, Members(fleet));
        Assert.Equal(FleetActivityStatus.Fulfilled, _cloud.FleetNow(fleet).ActivityStatus);
        _cloud.Terminate(members[0]);
        Assert.Equal(2, Members(fleet).Count);
        Assert.DoesNotContain(members[0], Members(fleet));
    }

    [Fact]
    public void What_was_stopped_ends_with_its_fleet_even_if_the_others_are_to_live_on()
    {
        var fleet = Make(SpotInstanceInterruptionBehavior.Stop);
        var members = Members(fleet);
        _cloud.Declare(1, spot: true);
        _cloud.Advance(TimeSpan.FromMinutes(3));
        var stopped = Assert.Single(members, id => _cloud.StateOf(id) == InstanceStateName.Stopped);
        _cloud.Run(new DeleteFleets(), new() { FleetIds = [fleet], TerminateInstances = false });
        Assert.Equal(InstanceStateName.Terminated, _cloud.StateOf(stopped));
        Assert.Single(members, id => _cloud.StateOf(id) == InstanceStateName.Running);
    }

    [Fact]
    public void Only_a_fleet_of_type_maintain_has_instances_that_stop()
    {
        _cloud.Template();
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new CreateFleet(), Market.FleetOf(FleetType.Request, 1) with
            {
                SpotOptions = new() { InstanceInterruptionBehavior = SpotInstanceInterruptionBehavior.Stop },
            }));
    }

    private static RunInstancesRequest Able(SpotMarketOptions options) => Fleet.One() with
    {
        HibernationOptions = new() { Configured = true },
        BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { Encrypted = true } }],
        InstanceMarketOptions = new() { MarketType = MarketType.Spot, SpotOptions = options },
        Placement = new() { AvailabilityZone = Market.Zone },
    };

    private string Make(SpotInstanceInterruptionBehavior behavior)
    {
        _cloud.Template();
        return _cloud.Make(Market.FleetOf(
            FleetType.Maintain, 2, 0, new FleetLaunchTemplateOverridesRequest { AvailabilityZone = Market.Zone }) with
        {
            SpotOptions = new() { InstanceInterruptionBehavior = behavior },
        });
    }

    private IReadOnlyList<string> Members(string fleet) =>
    [
        .. _cloud.Run(new DescribeFleetInstances(), new() { FleetId = fleet })
            .ActiveInstances!.Select(i => i.InstanceId!).Order(StringComparer.Ordinal),
    ];
}
