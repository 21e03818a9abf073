using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What launches and listings cost in bytes, so that a busy machine does not matter.</summary>
[Collection(nameof(Alone))]
public sealed class LaunchCostTests
{
    private const int Many = 400;

    [Fact]
    public void A_launch_costs_no_more_for_each_instance_where_there_are_many_and_where_a_subnet_fills()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc("10.0.0.0/16"), "10.0.0.0/16");
        Launch(cloud, subnet, Many);
        var first = Launch(cloud, subnet, Many);
        for (var i = 0; i < 6; i++)
        {
            Launch(cloud, subnet, Many);
        }

        var later = Launch(cloud, subnet, Many);
        Assert.InRange(first / Many, 1, 40_000);
        Assert.InRange(later, 1, first * 2);
        var few = Launch(cloud, subnet, 10);
        Assert.InRange(few, 1, 1_000_000);
    }

    [Fact]
    public void A_page_of_an_indexed_listing_costs_what_it_shows_wherever_it_begins()
    {
        var cloud = Fleet.New();
        Launch(cloud, cloud.Subnet(cloud.Vpc("10.0.0.0/16"), "10.0.0.0/16"), 1000);
        var request = new DescribeInstancesRequest
        {
            Filters = [new() { Name = "instance-state-name", Values = ["running", "pending"] }], MaxResults = 10,
        };
        var seen = new List<string>();
        var costs = new List<long>();
        for (var token = ""; token is not null;)
        {
            request = request with { NextToken = token.Length > 0 ? token : null };
            DescribeInstancesResult page = null!;
            costs.Add(Cost(() => page = cloud.Run(new DescribeInstances(), request)));
            seen.AddRange(page.Reservations!.SelectMany(r => r.Instances!).Select(i => i.InstanceId!));
            token = page.NextToken;
        }

        Assert.Equal(1000, seen.Distinct().Count());
        Assert.Equal(
            seen.Order(StringComparer.Ordinal), seen.Chunk(10).SelectMany(p => p.Order(StringComparer.Ordinal)));
        Assert.All(costs.Skip(1), cost => Assert.InRange(cost, 1, 250_000));
    }

    [Fact]
    public void Addresses_that_are_given_back_are_taken_again_lowest_first_around_named_ones_and_reservations()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc(), "10.0.1.0/27");
        cloud.Launch(Fleet.One(subnet) with { PrivateIpAddress = "10.0.1.6" });
        var first = cloud.Run(new RunInstances(), Fleet.One(subnet) with { MinCount = 4, MaxCount = 4 }).Instances!;
        Assert.Equal(["10.0.1.4", "10.0.1.5", "10.0.1.7", "10.0.1.8"], first.Select(i => i.PrivateIpAddress!));
        cloud.Terminate(first[0].InstanceId!);
        cloud.Terminate(first[2].InstanceId!);
        var again = cloud.Run(new RunInstances(), Fleet.One(subnet) with { MinCount = 3, MaxCount = 3 }).Instances!;
        Assert.Equal(["10.0.1.4", "10.0.1.7", "10.0.1.9"], again.Select(i => i.PrivateIpAddress!));
    }

    private static long Launch(Cloud cloud, string subnet, int count) => Cost(() => cloud.Do(call =>
        new RunInstances().Run(Fleet.One(subnet) with { MinCount = count, MaxCount = count }, call)));

    // Of all threads: a call runs on its world's. So nothing else may run meanwhile.
    private static long Cost(Action act)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        act();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
