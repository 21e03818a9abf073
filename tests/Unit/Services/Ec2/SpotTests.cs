using System.Globalization;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Spot requests: states, status codes and interruptions.</summary>
public sealed class SpotTests
{
    [Fact]
    public void A_request_is_fulfilled_by_an_instance_that_knows_it()
    {
        var cloud = Market.New();
        var request = cloud.Request();
        Assert.Equal("active fulfilled", cloud.Status(request));
        var instance = cloud.Instance(cloud.SpotRequest(request).InstanceId!);
        Assert.Equal((InstanceLifecycleType.Spot, request),
            (instance.InstanceLifecycle!.Value, instance.SpotInstanceRequestId));
        Assert.Equal([instance.InstanceId!], cloud.Found("instance-lifecycle", "spot"));
    }

    // EC2 User Guide, "Get the status of a Spot Instance request".
    [Theory]
    [InlineData("price", "open price-too-low")]
    [InlineData("capacity", "open capacity-not-available")]
    [InlineData("later", "open not-scheduled-yet")]
    [InlineData("expired", "closed schedule-expired")]
    [InlineData("cancelled open", "cancelled canceled-before-fulfillment")]
    [InlineData("cancelled active", "cancelled request-canceled-and-instance-running")]
    [InlineData("terminated", "closed instance-terminated-by-user")]
    [InlineData("persistent terminated", "active fulfilled")]
    [InlineData("noticed", "active marked-for-termination")]
    [InlineData("interrupted", "closed instance-terminated-no-capacity")]
    [InlineData("stopped", "disabled instance-stopped-no-capacity")]
    [InlineData("stopped by user", "disabled instance-stopped-by-user")]
    [InlineData("started again", "active fulfilled")]
    public void States_and_codes_follow_what_happens(string story, string status)
    {
        var cloud = Market.New();
        Assert.Equal(status, Tell(cloud, story));
    }

    [Fact]
    public void A_request_waits_for_room_and_price_and_goes_on_when_they_come()
    {
        var cloud = Market.New();
        cloud.Declare(0);
        var request = cloud.Request();
        cloud.Declare(1);
        Assert.Equal("active fulfilled", cloud.Status(request));
    }

    [Fact]
    public void Two_minutes_lie_between_notice_and_end_and_metadata_show_them()
    {
        var cloud = Market.New();
        var id = cloud.SpotRequest(cloud.Request()).InstanceId!;
        Assert.Null(cloud.Notice(id));
        var at = cloud.Interrupt(id);
        Assert.Equal(("terminate", at), (cloud.Notice(id)!.Action, cloud.Notice(id)!.At));
        cloud.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(InstanceStateName.Running, cloud.StateOf(id));
        cloud.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(InstanceStateName.Terminated, cloud.StateOf(id));
        Assert.Equal("Server.SpotInstanceTermination", cloud.Instance(id).StateReason!.Code);
    }

    [Fact]
    public void A_price_above_the_maximum_interrupts_at_the_instant_of_the_crossing()
    {
        var cloud = Market.New();
        var history = cloud.Run(new DescribeSpotPriceHistory(), new()
        {
            InstanceTypes = [InstanceType.T3Micro], AvailabilityZone = Market.Zone, StartTime = Rig.Start,
        }).SpotPriceHistory!;
        var now = history[0].SpotPriceValue!;
        var request = cloud.Request(new() { SpotPrice = now });
        Assert.Equal("active fulfilled", cloud.Status(request));
        cloud.Advance(TimeSpan.FromDays(60));
        var ended = cloud.Run(new DescribeSpotPriceHistory(), new()
        {
            InstanceTypes = [InstanceType.T3Micro], AvailabilityZone = Market.Zone, StartTime = Rig.Start,
        }).SpotPriceHistory!.Reverse().FirstOrDefault(p => Money(p.SpotPriceValue!) > Money(now));
        Assert.NotNull(ended);
        Assert.Equal(
            "InvalidSpotInstanceRequestID.NotFound",
            cloud.Refused(new DescribeSpotInstanceRequests(), new() { SpotInstanceRequestIds = [request] }));
    }

    [Fact]
    public void A_launch_may_ask_for_spot_and_is_refused_below_the_price_and_without_room()
    {
        var cloud = Market.New();
        RunInstancesRequest Spot(string? price) => Fleet.One() with
        {
            InstanceMarketOptions = new() { MarketType = MarketType.Spot, SpotOptions = new() { MaxPrice = price } },
            Placement = new() { AvailabilityZone = Market.Zone },
        };
        var instance = cloud.Launch(Spot(null));
        Assert.Equal("active fulfilled", cloud.Status(instance.SpotInstanceRequestId!));
        Assert.Equal("SpotMaxPriceTooLow", cloud.Refused(new RunInstances(), Spot("0.0001")));
        cloud.Declare(1, spot: true);
        Assert.Equal("InsufficientInstanceCapacity", cloud.Refused(new RunInstances(), Spot(null)));
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() => cloud.Stop(instance.InstanceId!)));
        Assert.Equal(
            "MaxSpotInstanceCountExceeded", Cloud.New()
                .Refused(new RunInstances(), Spot(null) with { MinCount = 9, MaxCount = 9 }));
    }

    [Fact]
    public void What_is_not_served_or_contradicts_itself_is_refused()
    {
        var cloud = Market.New();
        string Refused(RequestSpotInstancesRequest request) => Cloud.Refusal(() => cloud.Request(request));
        Assert.Equal(
            "InvalidParameterCombination",
                Refused(new() { InstanceInterruptionBehavior = InstanceInterruptionBehavior.Hibernate }));
        Assert.Equal("UnsupportedOperation", Refused(new() { LaunchGroup = "g" }));
        Assert.Equal(
            "InvalidParameterCombination",
                Refused(new() { InstanceInterruptionBehavior = InstanceInterruptionBehavior.Stop }));
        Assert.Equal("InvalidParameterValue", Refused(new() { SpotPrice = "-1" }));
    }

    // EC2 User Guide, "Manage your Spot Instances" (start), "Behavior of Spot Instance interruptions".
    [Fact]
    public void Only_who_stopped_a_Spot_Instance_starts_it_again()
    {
        var cloud = Market.New();
        var wish = new RequestSpotInstancesRequest
        {
            Type = SpotInstanceType.Persistent, InstanceInterruptionBehavior = InstanceInterruptionBehavior.Stop,
        };
        var request = cloud.Request(wish);
        var instance = cloud.SpotRequest(request).InstanceId!;
        cloud.Stop(instance);
        cloud.Start(instance);
        Assert.Equal("active fulfilled", cloud.Status(request));
        cloud.Declare(0);
        cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("disabled instance-stopped-no-capacity", cloud.Status(request));
        Assert.Equal("IncorrectSpotRequestState", Cloud.Refusal(() => cloud.Start(instance)));
        cloud.Declare(null);
        cloud.Stop(instance);
        cloud.Run(new CancelSpotInstanceRequests(), new() { SpotInstanceRequestIds = [request] });
        Assert.Equal("IncorrectSpotRequestState", Cloud.Refusal(() => cloud.Start(instance)));
    }

    private static string Tell(Cloud cloud, string story)
    {
        var wish = story switch
        {
            "price" or "expired" => new RequestSpotInstancesRequest
            {
                SpotPrice = "0.0001", ValidUntil = Rig.Start + TimeSpan.FromHours(1),
            },
            "later" => new() { ValidFrom = Rig.Start + TimeSpan.FromHours(1) },
            "persistent terminated" => new() { Type = SpotInstanceType.Persistent },
            "stopped" or "stopped by user" or "started again" => new()
            {
                Type = SpotInstanceType.Persistent, InstanceInterruptionBehavior = InstanceInterruptionBehavior.Stop,
            },
            _ => new(),
        };
        if (story is "capacity" or "cancelled open")
        {
            cloud.Declare(0);
        }

        var id = cloud.Request(wish);
        var instance = cloud.SpotRequest(id).InstanceId;
        switch (story)
        {
            case "expired":
                cloud.Advance(TimeSpan.FromHours(1));
                break;
            case "cancelled open" or "cancelled active":
                cloud.Run(new CancelSpotInstanceRequests(), new() { SpotInstanceRequestIds = [id] });
                break;
            case "terminated" or "persistent terminated":
                cloud.Terminate(instance!);
                cloud.Advance(story == "terminated" ? TimeSpan.Zero : TimeSpan.FromHours(5));
                break;
            case "noticed":
                cloud.Interrupt(instance!);
                break;
            case "interrupted" or "stopped":
                cloud.Declare(0);
                cloud.Advance(TimeSpan.FromMinutes(3));
                break;
            case "stopped by user":
                cloud.Stop(instance!);
                break;
            case "started again":
                cloud.Declare(0, spot: true);
                cloud.Advance(TimeSpan.FromMinutes(3));
                cloud.Declare(null, spot: true);
                Assert.Equal(instance, cloud.SpotRequest(id).InstanceId);
                break;
        }

        return cloud.Status(id);
    }

    private static decimal Money(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
