using CsCheck;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Spot prices as a function of time, and their history.</summary>
public sealed class SpotPriceTests
{
    private static readonly Gen<(long Seed, SpotPool Pool, DateTimeOffset Time)> Question = Gen.Select(
        Gen.Long[1, long.MaxValue], Gen.OneOfConst("eu-west-1a", "eu-west-1b"),
            Gen.OneOfConst("m5.large", "t3.micro", "c5.xlarge"),
        Gen.Int[0, 40_000_000],
        (seed, zone, type, seconds) => (seed, new SpotPool(zone, type), Rig.Start.AddSeconds(seconds)));

    [Fact]
    public void A_price_depends_on_seed_zone_type_and_time_alone_and_keeps_its_bounds() => Question.Sample(q =>
    {
        var price = SpotPrices.At(q.Seed, "eu-west-1", q.Pool, q.Time)!.Value;
        var facts = PriceCatalog.Find("eu-west-1", q.Pool.Type)!;
        return price == SpotPrices.At(q.Seed, "eu-west-1", q.Pool, q.Time)
            && price <= facts.OnDemand && price >= Math.Round(facts.OnDemand / 10, 4)
            && SpotPrices.History(q.Seed, "eu-west-1", q.Pool, (q.Time, q.Time)).Single().Price == price;
    });

    [Fact]
    public void A_history_tells_the_price_of_every_instant() => Question.Sample(
        q =>
        {
            var history = SpotPrices.History(q.Seed, "eu-west-1", q.Pool, (q.Time, q.Time.AddDays(5))).ToList();
            return Enumerable.Range(0, 60).All(i =>
            {
                var at = q.Time.AddHours(2 * i);
                return history.First(h => h.At <= at).Price == SpotPrices.At(q.Seed, "eu-west-1", q.Pool, at);
            });
        },
        iter: 50);

    [Fact]
    public void The_next_crossing_is_the_first_one() => Question.Sample(
        q =>
        {
            var most = SpotPrices.At(q.Seed, "eu-west-1", q.Pool, q.Time)!.Value;
            var next = SpotPrices.Next(q.Seed, "eu-west-1", q.Pool, q.Time, price => price > most);
            var span = (q.Time, next is { } at ? at.AddSeconds(-1) : q.Time.AddDays(30));
            return SpotPrices.History(q.Seed, "eu-west-1", q.Pool, span).All(h => h.Price <= most || h.At < q.Time)
                && (next is null || SpotPrices.At(q.Seed, "eu-west-1", q.Pool, next.Value) > most);
        },
        iter: 50);

    [Fact]
    public void Prices_hold_near_the_average_and_do_change()
    {
        var pool = new SpotPool("eu-west-1a", "m5.large");
        var history = SpotPrices.History(7, "eu-west-1", pool, (Rig.Start, Rig.Start.AddDays(365))).ToList();
        var average = PriceCatalog.Find("eu-west-1", "m5.large")!.Spot!.Value;
        Assert.InRange(history.Average(h => h.Price) / average, 0.8m, 1.25m);
        Assert.True(history.Count > 100);
    }

    [Fact]
    public void Types_that_are_often_interrupted_are_withdrawn_more_often()
    {
        int Count(string type) => Enumerable.Range(0, 400).Count(i =>
            SpotWithdrawals.Next(1, "eu-west-1", type, $"i-{i}", Rig.Start) < Rig.Start.AddDays(30));
        var rare = InstanceTypeCatalog.All.First(t => PriceCatalog.Find("eu-west-1", t.Name)?.Interruption == 5).Name;
        var often = InstanceTypeCatalog.All.First(t => PriceCatalog.Find("eu-west-1", t.Name)?.Interruption == 20).Name;
        Assert.InRange(Count(rare), 5, 40);
        Assert.InRange(Count(often), 50, 115);
    }

    [Fact]
    public void A_listing_goes_page_by_page_newest_first_and_takes_filters()
    {
        var cloud = Market.New();
        var request = new DescribeSpotPriceHistoryRequest
        {
            InstanceTypes = [InstanceType.M5Large, InstanceType.T3Micro],
            Filters = [new() { Name = "availability-zone", Values = ["eu-west-1a", "eu-west-1b"] }],
            StartTime = Rig.Start.AddDays(-10),
        };
        var all = cloud.Run(new DescribeSpotPriceHistory(), request).SpotPriceHistory!;
        Assert.Equal(all.OrderByDescending(p => p.Timestamp).Select(p => p.Timestamp), all.Select(p => p.Timestamp));
        var paged = new List<SpotPrice>();
        for (string? token = null; token != "";)
        {
            var page = cloud.Run(new DescribeSpotPriceHistory(), request with { MaxResults = 7, NextToken = token });
            paged.AddRange(page.SpotPriceHistory!);
            token = page.NextToken!;
        }

        Assert.Equal(all, paged);
        Assert.Empty(cloud.Run(new DescribeSpotPriceHistory(), request with { ProductDescriptions = ["Windows"] })
            .SpotPriceHistory!);
    }
}
