using CsCheck;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Which pools an allocation strategy chooses.</summary>
public sealed class FleetAllocationTests
{
    private static readonly Gen<FleetPool[]> Pools = Gen.Select(
        Gen.Select(Gen.Int[0, 12], Gen.Int[1, 4]), Gen.Int[1, 60], Gen.Double[0, 1], Gen.Int[0, 3], Gen.Bool,
        (room, price, depth, priority, sold) => new FleetPool(
            0, $"t{price % 3}", $"z{room.Item1 % 3}", room.Item2, sold || price > 9 ? price / 100m : null, room.Item1)
        {
            Depth = depth, Priority = priority,
        }).Array[1, 7].Select(pools => pools.Select((pool, place) => pool with { Order = place }).ToArray());

    // EC2 API Reference, SpotOptionsRequest (AllocationStrategy). Pools: type, price, free, depth, priority.
    // a: 0.01, 2 free, shallow. b: 0.02, plenty, deep. c: 0.03, plenty, deepest.
    [Theory]
    [InlineData(SpotAllocationStrategy.LowestPrice, 1, "a2 b4")]
    [InlineData(SpotAllocationStrategy.LowestPrice, 2, "a2 b4")]
    [InlineData(SpotAllocationStrategy.LowestPrice, 3, "a2 b2 c2")]
    [InlineData(SpotAllocationStrategy.Diversified, 1, "a2 b2 c2")]
    [InlineData(SpotAllocationStrategy.CapacityOptimized, 1, "c6")]
    [InlineData(SpotAllocationStrategy.CapacityOptimizedPrioritized, 1, "b6")]
    [InlineData(SpotAllocationStrategy.PriceCapacityOptimized, 1, "b6")]
    public void A_strategy_chooses_pools_of_spot(SpotAllocationStrategy strategy, int poolsToUse, string picks) =>
        Assert.Equal(picks, Text(FleetAllocation.Spot(Three(), 6, strategy, poolsToUse)));

    // EC2 API Reference, OnDemandOptionsRequest (AllocationStrategy).
    [Theory]
    [InlineData(FleetOnDemandAllocationStrategy.LowestPrice, "a2 b4")]
    [InlineData(FleetOnDemandAllocationStrategy.Prioritized, "b6")]
    public void A_strategy_chooses_pools_of_on_demand(FleetOnDemandAllocationStrategy strategy, string picks) =>
        Assert.Equal(picks, Text(FleetAllocation.OnDemand(Three(), 6, strategy)));

    [Theory]
    [InlineData(2, "a2")]
    [InlineData(6, "b6")]
    public void A_single_pool_is_the_first_that_reaches_the_target(int units, string picks) => Assert.Equal(
        picks,
        Text(FleetAllocation.Single(
            Three(), units, (true, false),
            (pools, wanted) => FleetAllocation.Spot(pools, wanted, SpotAllocationStrategy.LowestPrice))));

    [Fact]
    public void Chosen_pools_never_exceed_capacity_and_reach_the_target_if_there_is_room() =>
        Gen.Select(Pools, Gen.Int[0, 40], Gen.Enum<SpotAllocationStrategy>(), Gen.Int[1, 4]).Sample(
            (pools, units, strategy, used) =>
            {
                var picks = FleetAllocation.Spot(pools, units, strategy, used);
                var room = pools.Where(p => p.Price is not null).Sum(p => p.Free * p.Weight);
                return picks.All(p => p.Count >= 1 && p.Count <= p.Pool.Free && p.Pool.Price is not null)
                    && picks.Select(p => p.Pool).Distinct().Count() == picks.Count
                    && FleetAllocation.UnitsOf(picks) >= Math.Min(units, room)
                    && FleetAllocation.UnitsOf(picks) < units + pools.Max(p => p.Weight);
            });

    [Fact]
    public void A_single_zone_stays_one() => Gen.Select(Pools, Gen.Int[1, 30]).Sample((pools, units) =>
    {
        var picks = FleetAllocation.Single(
            pools, units, (false, true), (some, wanted) =>
                FleetAllocation.Spot(some, wanted, SpotAllocationStrategy.Diversified));
        return picks.Select(p => p.Pool.Zone).Distinct().Count() <= 1;
    });

    private static FleetPool[] Three() =>
    [
        new(0, "a", "z", 1, 0.01m, 2) { Depth = 0.2, Priority = 2 },
        new(1, "b", "z", 1, 0.02m, 99) { Depth = 0.91, Priority = 1 },
        new(2, "c", "z", 1, 0.03m, 99) { Depth = 0.95, Priority = 3 },
    ];

    private static string Text(IReadOnlyList<FleetPick> picks) =>
        string.Join(' ', picks.Select(p => $"{p.Pool.Type}{p.Count}").Order(StringComparer.Ordinal));
}
