using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>
/// Lists changes of Spot prices, newest first, with the price in effect at the beginning. Source: EC2 API Reference,
/// DescribeSpotPriceHistory (at most the past 90 days).
/// </summary>
public sealed class DescribeSpotPriceHistory
    : IReadOperation<DescribeSpotPriceHistoryRequest, DescribeSpotPriceHistoryResult>
{
    private const int Most = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly Filters<SpotPrice> Filters = new Filters<SpotPrice>()
        .One("availability-zone", p => p.AvailabilityZone)
        .One("availability-zone-id", p => p.AvailabilityZoneId)
        .One("instance-type", p => p.InstanceType!.Value.ToWire())
        .One("product-description", p => p.ProductDescription!.Value.ToWire())
        .One("spot-price", p => p.SpotPriceValue)
        .One("timestamp", p => p.Timestamp!.Value.ToString("yyyy-MM-ddTHH:mm:ssZ", null));

    /// <inheritdoc/>
    public DescribeSpotPriceHistoryResult Run(DescribeSpotPriceHistoryRequest request, ReadCall call)
    {
        var to = request.EndTime is { } end && end < call.Now ? end : call.Now;
        var from = request.StartTime ?? call.Now - Kept;
        from = from < call.Now - Kept ? call.Now - Kept : from;
        from = from > to ? to : from;
        var products = request.ProductDescriptions is { Count: > 0 } given ? given : [Linux.ToWire()];
        var passes = Filters.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var prices = products.Any(p => p is "Linux/UNIX" or "Linux/UNIX (Amazon VPC)")
            ? PoolsOf(request, call).SelectMany(pool => Of(call, pool, (from, to)))
                .Where(passes).OrderBy(KeyOf, StringComparer.Ordinal)
                .Where(p => string.CompareOrdinal(KeyOf(p), after) > 0)
            : [];
        var size = request.MaxResults is > 0 and < Most ? request.MaxResults.Value : Most;
        var page = Lister.Cut(prices, KeyOf, size);
        return new() { SpotPriceHistory = page.Items, NextToken = page.NextToken ?? "" };
    }

    private static RIProductDescription Linux => RIProductDescription.LinuxUNIX;

    private static IEnumerable<SpotPool> PoolsOf(DescribeSpotPriceHistoryRequest request, ReadCall call)
    {
        var region = Zones.RegionOf(call);
        var zones = region.Zones.Where(z =>
            (request.AvailabilityZone is null || z.Name == request.AvailabilityZone)
            && (request.AvailabilityZoneId is null || z.Id == request.AvailabilityZoneId));
        var named = (request.Filters ?? []).FirstOrDefault(f => f.Name == "instance-type")?.Values;
        IEnumerable<string> types = request.InstanceTypes is { Count: > 0 } given ? given.Select(t => t.ToWire())
            : named is { Count: > 0 } && !named.Any(Wildcard.IsPattern) ? named
            : InstanceTypeCatalog.All.Select(t => t.Name);
        return zones.SelectMany(_ => types.Distinct(StringComparer.Ordinal), (zone, type) =>
            new SpotPool(zone.Name, type));
    }

    private static IEnumerable<SpotPrice> Of(
        ReadCall call, SpotPool pool, (DateTimeOffset From, DateTimeOffset To) span) =>
        SpotPrices.History(CapacityPools.SeedOf(call), call.Region, pool, span).Select(p => new SpotPrice
        {
            AvailabilityZone = pool.Zone,
            AvailabilityZoneId = Zones.RegionOf(call).ZoneNamed(pool.Zone)!.Id,
            InstanceType = InstanceTypeWire.Parse(pool.Type),
            ProductDescription = Linux,
            SpotPriceValue = p.Price.ToString("F6", System.Globalization.CultureInfo.InvariantCulture),
            Timestamp = p.At,
        });

    private static string KeyOf(SpotPrice price) =>
        $"{long.MaxValue - price.Timestamp!.Value.Ticks:d19} {price.InstanceType!.Value.ToWire()} "
        + price.AvailabilityZone;
}
