using Orrery.Contracts;
using Orrery.Contracts.Events;
using Orrery.Kernel;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Services.Ec2.Ports;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What the default event bus hears of Spot interruptions.</summary>
public sealed class SpotEventTests
{
    // EC2 User Guide, "Spot Instance interruption notices" and "EC2 instance rebalance recommendations".
    [Fact]
    public void An_interruption_tells_the_recommendation_and_then_the_warning()
    {
        var bus = new HeardEvents();
        var rig = Rig.Of(
            [Ec2Service.Registration],
            Ports.None.With<IQuotas>(new Quotas([KeyValuePair.Create("L-34B43A08", 100)])).With<IEventBus>(bus));
        var id = Assert.Single(rig.Run(new RunInstances(), Fleet.One() with
        {
            InstanceMarketOptions = new() { MarketType = MarketType.Spot },
            Placement = new() { AvailabilityZone = Market.Zone },
        }).Instances!).InstanceId!;
        bus.Events.Clear();
        rig.Do(call => new CapacityDesk().Interrupt(call, id));
        Assert.Equal(
            ["EC2 Instance Rebalance Recommendation", "EC2 Spot Instance Interruption Warning"],
            bus.Events.Select(e => e.DetailType));
        Assert.Equal($$"""{"instance-id":"{{id}}","instance-action":"terminate"}""", bus.Events[1].Detail);
        Assert.Equal([$"arn:aws:ec2:eu-west-1a:instance/{id}"], bus.Events[1].Resources);
    }

    // EC2 User Guide, "Get the status of a Spot Instance request" (fulfillment event).
    [Fact]
    public void A_request_that_is_fulfilled_tells_its_instance()
    {
        var bus = new HeardEvents();
        var rig = Rig.Of(
            [Ec2Service.Registration],
            Ports.None.With<IQuotas>(new Quotas([KeyValuePair.Create("L-34B43A08", 100)])).With<IEventBus>(bus));
        var request = Assert.Single(rig.Run(new RequestSpotInstances(), new RequestSpotInstancesRequest
        {
            LaunchSpecification = new()
            {
                ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro,
                Placement = new() { AvailabilityZone = Market.Zone },
            },
        }).SpotInstanceRequests!).SpotInstanceRequestId!;
        rig.Advance(TimeSpan.FromMinutes(1));
        var id = Assert.Single(rig.Run(new DescribeSpotInstanceRequests(), new()
        {
            SpotInstanceRequestIds = [request],
        }).SpotInstanceRequests!).InstanceId;
        var told = Assert.Single(bus.Events, e => e.DetailType == "EC2 Spot Instance Request Fulfillment");
        Assert.Equal("aws.ec2", told.Source);
        Assert.Equal([$"arn:aws:ec2:eu-west-1a:instance/{id}"], told.Resources);
        Assert.Equal($$"""{"spot-instance-request-id":"{{request}}","instance-id":"{{id}}"}""", told.Detail);
        rig.Run(new RunInstances(), Fleet.One());
        Assert.Single(bus.Events, e => e.DetailType == "EC2 Spot Instance Request Fulfillment");
    }
}
