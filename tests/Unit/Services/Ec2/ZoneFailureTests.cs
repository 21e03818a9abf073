using Orrery.Contracts.Capacity;
using Orrery.Contracts.Loads;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Regions;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>The loss of a zone, and its end.</summary>
public sealed class ZoneFailureTests
{
    private const string Zone = "eu-west-1a";

    [Fact]
    public void Nothing_is_launched_in_a_lost_zone_until_it_is_mended()
    {
        var cloud = Cloud.New();
        Fail(cloud, TimeSpan.FromHours(2));
        Assert.Equal("InsufficientInstanceCapacity", cloud.Refused(new RunInstances(), Order()));
        Assert.Equal(AvailabilityZoneState.Impaired, StateOf(cloud));
        cloud.Advance(TimeSpan.FromHours(2));
        Assert.Equal(AvailabilityZoneState.Available, StateOf(cloud));
        Assert.Single(cloud.Run(new RunInstances(), Order()).Instances!);
        Assert.Empty(cloud.Ask(call => call.Port<IZoneFailures>().List(call)));
    }

    [Fact]
    public void What_is_in_it_fails_its_checks_and_serves_nobody_until_then()
    {
        var cloud = Cloud.New();
        var id = cloud.Run(new RunInstances(), Order()).Instances![0].InstanceId!;
        cloud.Apply(Demand.Of(100, id));
        cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, Fail(cloud, null).Instances);
        cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SummaryStatus.Impaired, SystemStatus(cloud, id));
        Assert.Null(cloud.Ask(call => call.Port<ILoads>().Read(call, id, call.Now.AddMinutes(-1))));
        cloud.Do(call => call.Port<IZoneFailures>().Mend(call, Zone));
        cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SummaryStatus.Ok, SystemStatus(cloud, id));
        Assert.NotNull(cloud.Ask(call => call.Port<ILoads>().Read(call, id, call.Now.AddMinutes(-1))));
        Assert.Null(cloud.Do(call => call.Port<IZoneFailures>().Mend(call, Zone)));
    }

    [Fact]
    public void A_zone_of_elsewhere_and_a_failure_of_no_time_are_refused()
    {
        var cloud = Cloud.New();
        Assert.Equal("InvalidParameterValue", Services.Rig.Refusal(() => cloud.Do(call =>
            call.Port<IZoneFailures>().Fail(call, "eu-west-2a", null))));
        Assert.Equal("InvalidParameterValue", Services.Rig.Refusal(() => Fail(cloud, TimeSpan.Zero)));
    }

    [Fact]
    public void What_instances_did_and_cost_is_told_in_whiles()
    {
        var cloud = Cloud.New();
        var id = cloud.Run(new RunInstances(), Order() with
        {
            TagSpecifications =
                [new() { ResourceType = ResourceType.Instance, Tags = [new() { Key = "a", Value = "b" }] }],
        }).Instances![0].InstanceId!;
        cloud.Apply(Demand.Of(100, "a=b"));
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.Run(new TerminateInstances(), new TerminateInstancesRequest { InstanceIds = [id] });
        cloud.Advance(TimeSpan.FromHours(1));
        var told = cloud.Ask(call => call.Port<IRunHistory>().Read(
            call, new("a=b", Services.Rig.Start, Services.Rig.Start.AddHours(2), 60)));
        Assert.Equal([(1.0, 100.0, 100.0), (0.0, 100.0, 0.0)], told.Select(one =>
            (one.Instances, Math.Round(one.Requests), Math.Round(one.Served))));
        Assert.InRange(told[0].Utilization!.Value, 0.4, 0.6);
        Assert.Null(told[1].Utilization);

        // data/spot-prices.csv: m5.large in eu-west-1.
        Assert.Equal((0.107m, 0m), (told[0].Cost, told[1].Cost));
    }

    private static ZoneFailure Fail(Cloud cloud, TimeSpan? lasting) =>
        cloud.Do(call => call.Port<IZoneFailures>().Fail(call, Zone, lasting));

    private static RunInstancesRequest Order() => new()
    {
        ImageId = Fleet.Image, InstanceType = InstanceType.M5Large, MinCount = 1, MaxCount = 1,
        Placement = new() { AvailabilityZone = Zone },
    };

    private static AvailabilityZoneState? StateOf(Cloud cloud) => Assert.Single(cloud.Run(
        new DescribeAvailabilityZones(), new DescribeAvailabilityZonesRequest { ZoneNames = [Zone] })
        .AvailabilityZones!).State;

    private static SummaryStatus? SystemStatus(Cloud cloud, string id) => cloud.Run(
        new DescribeInstanceStatus(), new DescribeInstanceStatusRequest { InstanceIds = [id] })
        .InstanceStatuses![0].SystemStatus!.Status;
}
