using Orrery.Contracts.Capacity;
using Orrery.Services.Ec2.Operations.Fleets;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Services.Ec2.Ports;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of capacity, Spot and fleets begin with.</summary>
internal static class Market
{
    /// <summary>The first zone.</summary>
    public const string Zone = "eu-west-1a";

    private static readonly CapacityDesk Desk = new();

    /// <summary>A world whose quotas of vCPUs are no hindrance.</summary>
    public static Cloud New() =>
        Cloud.New(quotas: [("L-1216C47A", 100_000), ("L-34B43A08", 100_000)]);

    /// <summary>Declares capacity.</summary>
    public static void Declare(
        this Cloud cloud, int? room, bool spot = false, string zone = Zone, string type = "t3.micro")
    {
        cloud.Do(call => Desk.Declare(call, zone, type, room, spot));
        cloud.Advance(TimeSpan.Zero);
    }

    /// <summary>Gives a notice by hand.</summary>
    public static DateTimeOffset Interrupt(this Cloud cloud, string instance) =>
        cloud.Do(call => Desk.Interrupt(call, instance));

    /// <summary>What the metadata of an instance show.</summary>
    public static SpotNotice? Notice(this Cloud cloud, string instance) => cloud.Ask(call => Desk.Of(call, instance));

    /// <summary>Asks for a Spot Instance in the first zone and tells the request.</summary>
    public static string Request(this Cloud cloud, RequestSpotInstancesRequest? request = null) =>
        Assert.Single(cloud.Run(
        new RequestSpotInstances(), (request ?? new()) with
        {
            LaunchSpecification = new()
            {
                ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro,
                    Placement = new() { AvailabilityZone = Zone },
            },
        }).SpotInstanceRequests!).SpotInstanceRequestId!;

    /// <summary>A request as it is now.</summary>
    public static SpotInstanceRequest SpotRequest(this Cloud cloud, string id) => Assert.Single(cloud.Run(
        new DescribeSpotInstanceRequests(), new() { SpotInstanceRequestIds = [id] }).SpotInstanceRequests!);

    /// <summary>State and status code of a request.</summary>
    public static string Status(this Cloud cloud, string id) =>
        cloud.SpotRequest(id) is var request ? $"{request.State!.Value.ToWire()} {request.Status!.Code}" : "";

    /// <summary>Makes a launch template of a small instance.</summary>
    public static void Template(this Cloud cloud) => cloud.Run(new CreateLaunchTemplate(), new()
    {
        LaunchTemplateName = "t",
        LaunchTemplateData = new() { ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro },
    });

    /// <summary>A request for a fleet of Spot Instances of the template.</summary>
    public static CreateFleetRequest FleetOf(
        FleetType type, int spot, int onDemand = 0, params FleetLaunchTemplateOverridesRequest[] overrides) => new()
    {
        Type = type,
        LaunchTemplateConfigs =
        [
            new()
            {
                LaunchTemplateSpecification = new() { LaunchTemplateName = "t", Version = "$Default" },
                Overrides = overrides.Length > 0 ? overrides : null,
            },
        ],
        TargetCapacitySpecification = new()
        {
            TotalTargetCapacity = spot + onDemand, OnDemandTargetCapacity = onDemand, SpotTargetCapacity = spot,
            DefaultTargetCapacityType = DefaultTargetCapacityType.Spot,
        },
    };

    /// <summary>Makes a fleet and tells its id.</summary>
    public static string Make(this Cloud cloud, CreateFleetRequest request) =>
        cloud.Run(new CreateFleet(), request).FleetId!;

    /// <summary>A fleet as it is now.</summary>
    public static FleetData FleetNow(this Cloud cloud, string id) =>
        Assert.Single(cloud.Run(new DescribeFleets(), new() { FleetIds = [id] }).Fleets!);
}
