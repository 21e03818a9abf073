using CsCheck;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Balance;
using Orrery.Engines.Scaling.Mixed;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>
/// EC2 Auto Scaling User Guide, "Auto Scaling groups with multiple instance types and purchase options", "Allocation
/// strategies" and "Instance weighting".
/// </summary>
public sealed class MixedTests
{
    private static readonly Gen<(Distribution, MixedFacts)> Cases = Gen.Select(
        Gen.Int[0, 30], Gen.Int[0, 100], Gen.Enum<OnDemandStrategy>(), Gen.Enum<SpotStrategy>(), Gen.Int[1, 4],
        (first, percent, onDemand, spot, pools) => new Distribution(first, percent, onDemand, spot, pools))
        .Select(
            Gen.Int[0, 60],
            Gen.Select(Gen.Int[1, 4], Gen.Double[0.1, 0.9], Gen.Double[0, 1], Gen.Int[0, 9]).Array[1, 9])
        .Select((distribution, desired, drawn) => (distribution, new MixedFacts(
            desired,
            0,
            0,
            [new("a", 0), new("b", 0), new("c", 0)],
            [.. drawn.Select((d, i) => new Pool(
                $"t{i}", $"{(char)('a' + (i % 3))}", i, d.Item1, d.Item1, d.Item1 * d.Item2, d.Item3, d.Item4, 40))])));

    // The table of the guide; and where a part of a unit is left.
    [Theory]
    [InlineData(10, 50, "10/0 15/5 20/10 25/15")]
    [InlineData(0, 0, "0/10 0/20 0/30 0/40")]
    [InlineData(0, 60, "6/4 12/8 18/12 24/16")]
    [InlineData(0, 100, "10/0 20/0 30/0 40/0")]
    [InlineData(12, 0, "10/0 12/8 12/18 12/28")]
    [InlineData(0, 25, "3/7 5/15 8/22 10/30")]
    public void A_base_comes_first_and_a_percentage_of_the_rest(int first, int percent, string splits) =>
        Assert.Equal(splits, string.Join(' ', new[] { 10, 20, 30, 40 }
            .Select(n => MixedRules.Split(new(first, percent), n)).Select(s => $"{s.OnDemand}/{s.Spot}")));

    [Theory]
    [InlineData(9, 5, 5, "Spot")] // 4.5 of 9 are 5 On-Demand and 4 Spot
    [InlineData(8, 4, 5, "Spot")]
    [InlineData(8, 5, 4, "OnDemand")]
    [InlineData(8, 5, 5, "")]
    public void Scaling_in_takes_the_option_of_which_there_is_more_too_much(
        int desired, int onDemand, int spot, string goes)
    {
        var half = new Distribution(0, 50);
        Assert.Equal(goes, $"{MixedRules.Excess(half, desired, onDemand, spot)}");
    }

    // Three pools of one zone: order in the overrides, weight, Spot price, depth.
    [Theory]
    [InlineData(SpotStrategy.LowestPrice, 1, "large")]
    [InlineData(SpotStrategy.CapacityOptimized, 1, "medium")]
    [InlineData(SpotStrategy.CapacityOptimizedPrioritized, 1, "small")]
    [InlineData(SpotStrategy.PriceCapacityOptimized, 1, "medium")]
    public void A_strategy_of_Spot_has_its_first_choice(SpotStrategy strategy, int pools, string first)
    {
        Pool[] zone =
        [
            new("small", "a", 0, 1, 0.1, 0.05, 0.91),
            new("medium", "a", 1, 2, 0.2, 0.08, 0.95),
            new("large", "a", 2, 4, 0.4, 0.10, 0.3),
        ];
        Assert.Equal(first, AllocationRules.Spot(zone, new(Spot: strategy, SpotPools: pools))[0].Type);
    }

    [Fact]
    public void On_Demand_goes_by_order_or_by_the_price_of_a_unit()
    {
        Pool[] zone =
            [new("c5.large", "a", 0, 1, 0.1), new("c4.large", "a", 1, 2, 0.15), new("c3.large", "a", 2, 1, 0.2)];
        Assert.Equal(["c5.large", "c4.large", "c3.large"], Types(OnDemandStrategy.Prioritized));
        Assert.Equal(["c4.large", "c5.large", "c3.large"], Types(OnDemandStrategy.LowestPrice));
        Assert.Equal([0, 1, 2], zone.Select(p => AllocationRules.Misfit(p, zone, Purchase.OnDemand, new())));

        IEnumerable<string> Types(OnDemandStrategy strategy) =>
            AllocationRules.OnDemand(zone, strategy).Select(p => p.Type);
    }

    [Fact]
    public void The_lowest_price_spreads_over_its_pools_and_keeps_to_the_maximum_price()
    {
        Pool[] pools =
        [
            new("x", "a", 0, 1, 1, 0.3), new("y", "a", 1, 1, 1, 0.2), new("z", "a", 2, 1, 1, 0.4, Free: 9),
        ];
        var facts = new MixedFacts(6, 0, 0, [new("a", 0)], pools);
        Assert.Equal("y3 x3", Say(MixedRules.Plan(new(0, 0), facts)));
        Assert.Equal("y6", Say(MixedRules.Plan(new(0, 0, MaxPrice: 0.25), facts)));
        Assert.Equal(6, MixedRules.Plan(new(0, 0, MaxPrice: 0.1), facts).Missing);
        Assert.Equal([0, 0, 1], pools.Select(p => AllocationRules.Misfit(p, pools, Purchase.Spot, new(0, 0))));
    }

    [Fact]
    public void Launches_go_until_the_desired_capacity_is_reached() // 5 units missing, an instance of 12: 7 too many
    {
        var facts = new MixedFacts(17, 0, 12, [new("a", 12)], [new("c5.12xlarge", "a", 0, 12, 2.04, 0.779)]);
        var plan = MixedRules.Plan(new(0, 0), facts);
        Assert.Equal("c5.12xlarge1", Say(plan));
        Assert.Equal(7, 12 + plan.Launches.Sum(l => l.Units) - 17);
    }

    [Fact]
    public void A_zone_without_room_is_passed_over()
    {
        Pool[] pools = [new("t", "a", Free: 9, SpotPrice: 1), new("t", "b", SpotPrice: 1)];
        var facts = new MixedFacts(4, 0, 0, [new("a", 0), new("b", 0, HasRoom: false)], pools);
        var plan = MixedRules.Plan(new(1, 0), facts);
        Assert.All(plan.Launches, l => Assert.Equal("a", l.Pool.Zone));
        Assert.Equal((1, 3), (plan.Launches[0].Count, plan.Launches[1].Count));
    }

    [Fact]
    public void A_plan_reaches_what_is_desired_or_says_what_is_missing() => Cases.Sample(@case =>
    {
        var (distribution, facts) = @case;
        var plan = MixedRules.Plan(distribution, facts);
        var units = plan.Launches.Sum(l => l.Units);
        var heaviest = facts.Pools.Max(p => p.Weight);
        Assert.True(units + plan.Missing >= facts.Desired);

        // Each option may end with an instance that is heavier than what was missing.
        Assert.True(units <= facts.Desired + (2 * heaviest) - 1);
        Assert.All(plan.Launches, l => Assert.InRange(
            l.Count, 1, l.Purchase == Purchase.Spot ? facts.Pools.Single(p => p.Type == l.Pool.Type).Free : 40));
        var spot = plan.Launches.Where(l => l.Purchase == Purchase.Spot).Sum(l => l.Units);
        Assert.True(spot <= MixedRules.Split(distribution, facts.Desired).Spot + heaviest - 1);
    });

    [Fact]
    public void With_room_everywhere_zones_differ_by_less_than_a_weight() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 100], Gen.Int[1, 4]).Sample((desired, percent, weight) =>
        {
            ZoneFact[] zones = [new("a", 0), new("b", 0), new("c", 0)];
            Pool[] pools = [.. zones.Select(z => new Pool("t", z.Zone, 0, weight, 1, 0.5))];
            var plan = MixedRules.Plan(new(0, percent), new(desired, 0, 0, zones, pools));
            var units = zones.Select(z => plan.Launches.Where(l => l.Pool.Zone == z.Zone).Sum(l => l.Units)).ToList();
            Assert.InRange(units.Max() - units.Min(), 0, weight);
            Assert.Equal(0, plan.Missing);
        });

    private static string Say(MixedPlan plan) => string.Join(' ', plan.Launches.Select(l => $"{l.Pool.Type}{l.Count}"));
}
