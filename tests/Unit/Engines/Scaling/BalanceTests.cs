using CsCheck;
using Orrery.Engines.Scaling.Balance;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Distribute instances across Availability Zones".</summary>
public sealed class BalanceTests
{
    private static readonly Gen<ZoneFact[]> Zones = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 9], Gen.Int[0, 9])
        .Array[1, 6]
        .Select(zones => zones.Select((z, i) => new ZoneFact($"z{i}", z.Item1, z.Item2 > 0, z.Item3 > 1)).ToArray());

    // A zone is a name and what it has; ! has no room, x is no more of the group.
    [Theory]
    [InlineData("a1 b1 c1", "a")]
    [InlineData("a2 b1 c1", "b")]
    [InlineData("a2 b1 c0", "c")]
    [InlineData("a2 b1 c0!", "b")]
    [InlineData("a2 b1 c0x", "b")]
    [InlineData("a2! b1! c0x", null)]
    public void The_next_launch_goes_where_there_are_the_fewest(string zones, string? chosen) =>
        Assert.Equal(chosen, BalanceRules.Next(Parse(zones)).Zone);

    // Maximum, zones, where to launch, where to terminate.
    [Theory]
    [InlineData(10, "a3 b3 c3", "", "")]
    [InlineData(10, "a3 b2 c3", "", "")]
    [InlineData(10, "a3 b1 c3", "b", "a")]
    [InlineData(20, "a6 b0 c0", "bcbc", "aaaa")]
    [InlineData(6, "a6 b0 c0", "b", "a")]
    [InlineData(7, "a6 b0 c0", "bc", "aa")]
    [InlineData(20, "a2 b2 c3x", "aba", "ccc")]
    [InlineData(20, "a6 b0! c2", "cc", "aa")]
    [InlineData(20, "a6 b0! c0!", "", "")]
    public void Rebalancing_launches_first_and_exceeds_the_maximum_by_a_tenth_or_one(
        int max, string zones, string launch, string terminate)
    {
        var step = BalanceRules.Rebalance(Parse(zones), max);
        Assert.Equal((launch, terminate), (string.Concat(step.Launch), string.Concat(step.Terminate)));
        Assert.Equal(launch.Length > 0, step.IsChange);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(100, 10)]
    public void The_margin_is_ten_percent_or_one(int max, int margin) => Assert.Equal(margin, BalanceRules.Margin(max));

    [Fact]
    public void A_spread_is_the_next_zone_again_and_again() =>
        Gen.Select(Zones, Gen.Int[0, 40]).Sample((zones, count) =>
        {
            var expected = new List<string>();
            var now = zones.ToList();
            while (expected.Count < count && BalanceRules.Next(now).Zone is { } zone)
            {
                expected.Add(zone);
                var at = now.FindIndex(z => z.Zone == zone);
                now[at] = now[at] with { Capacity = now[at].Capacity + 1 };
            }

            Assert.Equal(expected, BalanceRules.Spread(zones, count));
        });

    [Fact]
    public void After_enough_launches_open_zones_differ_by_one_at_most() => Zones.Sample(zones =>
    {
        var open = zones.Where(z => z.IsOpen).ToArray();
        var launched = BalanceRules.Spread(zones, zones.Length * 12);
        var counts = open.Select(z => z.Capacity + launched.Count(l => l == z.Zone)).ToList();
        if (counts.Count > 0) Assert.InRange(counts.Max() - counts.Min(), 0, 1);
    });

    [Fact]
    public void Rebalancing_ends_in_balance_and_never_exceeds_its_ceiling() =>
        Gen.Select(Zones, Gen.Int[0, 20]).Sample((zones, spare) =>
        {
            var now = zones;
            var total = zones.Sum(z => z.Capacity);
            var max = total + spare;
            for (var steps = 0; steps < 100; steps++)
            {
                var step = BalanceRules.Rebalance(now, max);
                if (!step.IsChange) break;
                Assert.True(total + step.Launch.Count <= max + BalanceRules.Margin(max));
                now = [.. now.Select(z => z with
                {
                    Capacity = z.Capacity
                        + step.Launch.Count(l => l == z.Zone)
                        - step.Terminate.Count(t => t == z.Zone),
                })];
            }

            Assert.Equal(total, now.Sum(z => z.Capacity));
            var open = now.Where(z => z.IsOpen).ToList();
            if (open.Count == 0) return;
            Assert.All(now, z => Assert.True(z.Enabled || z.Capacity == 0));
            Assert.True(now.Max(z => z.Capacity) - open.Min(z => z.Capacity) <= 1);
        });

    private static ZoneFact[] Parse(string zones) => [.. zones.Split(' ').Select(z => new ZoneFact(
        z[..1], int.Parse(z[1..].TrimEnd('!', 'x'), null), !z.EndsWith('x'), !z.EndsWith('!')))];
}
