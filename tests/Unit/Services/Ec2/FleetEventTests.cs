using System.Text.Json;
using Orrery.Contracts;
using Orrery.Contracts.Events;
using Orrery.Kernel;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Fleets;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Services.Ec2.Ports;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What the event bus hears of fleets. Source: EC2 User Guide, "EC2 Fleet event types".</summary>
public sealed class FleetEventTests
{
    private readonly HeardEvents _bus = new();
    private readonly Rig _rig;

    public FleetEventTests()
    {
        _rig = Rig.Of(
            [Ec2Service.Registration],
            Ports.None.With<IQuotas>(new Quotas(
            [
                KeyValuePair.Create("L-34B43A08", 100), KeyValuePair.Create("L-1216C47A", 100),
            ])).With<IEventBus>(_bus));
        _rig.Run(new CreateLaunchTemplate(), new CreateLaunchTemplateRequest
        {
            LaunchTemplateName = "t",
            LaunchTemplateData = new() { ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro },
        });
    }

    [Fact]
    public void A_fleet_of_spot_tells_its_states_requests_and_instances()
    {
        var id = Make(Market.FleetOf(FleetType.Maintain, 1));
        Assert.Equal(
            [
                "State Change submitted", "State Change active", "Spot Instance Request Change submitted",
                "Spot Instance Request Change active", "Instance Change launched",
            ],
            Told());
        var launched = Assert.Single(_bus.Events, e => e.DetailType == "EC2 Fleet Instance Change");
        Assert.Equal([$"arn:aws:ec2:eu-west-1:123456789012:fleet/{id}"], launched.Resources);
        var detail = JsonDocument.Parse(launched.Detail).RootElement;
        Assert.StartsWith("i-", detail.GetProperty("instance-id").GetString(), StringComparison.Ordinal);
        var described = JsonDocument.Parse(detail.GetProperty("description").GetString()!).RootElement;
        Assert.Equal("t3.micro", described.GetProperty("instanceType").GetString());
        var request = JsonDocument.Parse(_bus.Events.Last(
            e => e.DetailType == "EC2 Fleet Spot Instance Request Change").Detail).RootElement;
        var sir = request.GetProperty("spot-instance-request-id").GetString()!;
        Assert.Equal(
            $"SpotInstanceRequestId {sir}, PreviousState: submitted", request.GetProperty("description").GetString());

        _bus.Events.Clear();
        _rig.Run(new CancelSpotInstanceRequests(), new CancelSpotInstanceRequestsRequest
        {
            SpotInstanceRequestIds = [sir],
        });
        Assert.Equal(["Spot Instance Request Change cancelled"], Told());
    }

    [Fact]
    public void A_target_that_goes_down_notifies_what_it_ends_and_a_deletion_is_told_to_its_end()
    {
        var id = Make(Market.FleetOf(FleetType.Maintain, 2));
        _bus.Events.Clear();
        _rig.Run(new ModifyFleet(), new ModifyFleetRequest
        {
            FleetId = id, TargetCapacitySpecification = new() { TotalTargetCapacity = 1 },
        });
        _rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(
            [
                "State Change modify_in_progress", "State Change modify_succeeded",
                "Instance Change termination_notified", "Instance Change terminated",
            ],
            Told());
        _bus.Events.Clear();
        _rig.Run(new DeleteFleets(), new DeleteFleetsRequest { FleetIds = [id], TerminateInstances = true });
        _rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(
            ["State Change deleted_terminating", "Instance Change terminated", "State Change deleted"], Told());
    }

    [Fact]
    public void A_fleet_that_expires_says_so()
    {
        Make(Market.FleetOf(FleetType.Request, 0, 1) with
        {
            ValidUntil = Rig.Start + TimeSpan.FromHours(1), TerminateInstancesWithExpiration = true,
        });
        _bus.Events.Clear();
        _rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal("State Change expired", Told()[0]);
        Assert.Contains("Instance Change terminated", Told());
    }

    [Fact]
    public void What_keeps_a_fleet_short_is_information_or_an_error()
    {
        var dear = new FleetLaunchTemplateOverridesRequest { AvailabilityZone = Market.Zone, MaxPrice = "0.0001" };
        Make(Market.FleetOf(FleetType.Maintain, 1, 0, dear));
        Assert.Equal(
            ["Information launchSpecUnusable", "Information fleetProgressHalted"],
            Told().Where(t => t.StartsWith("Information", StringComparison.Ordinal)));

        _bus.Events.Clear();
        _rig.Do(call => new CapacityDesk().Declare(call, Market.Zone, "t3.micro", 0, true));
        Make(Market.FleetOf(FleetType.Maintain, 1, 0, dear with { MaxPrice = null }));
        Assert.Contains("Information launchSpecTemporarilyBlacklisted", Told());

        _bus.Events.Clear();
        Make(Market.FleetOf(FleetType.Maintain, 1, 0, new FleetLaunchTemplateOverridesRequest
        {
            SubnetId = "subnet-0123456789abcdef0",
        }));
        Assert.Contains("Error spotFleetRequestConfigurationInvalid", Told());
    }

    [Fact]
    public void A_fleet_of_type_instant_tells_nothing()
    {
        Make(Market.FleetOf(FleetType.Instant, 1, 1));
        Assert.Empty(Told());
    }

    private string Make(CreateFleetRequest request)
    {
        var id = _rig.Run(new CreateFleet(), request).FleetId!;
        _rig.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private IReadOnlyList<string> Told() =>
    [
        .. _bus.Events.Where(e => e.Source == "aws.ec2fleet").Select(e =>
            e.DetailType["EC2 Fleet ".Length..] + " "
            + JsonDocument.Parse(e.Detail).RootElement.GetProperty("sub-type").GetString()),
    ];
}
