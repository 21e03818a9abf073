using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InstanceTypes;

/// <summary>Lists where instance types are offered: here in every zone. There are no Outposts.</summary>
public sealed class DescribeInstanceTypeOfferings
    : IReadOperation<DescribeInstanceTypeOfferingsRequest, DescribeInstanceTypeOfferingsResult>
{
    private static readonly Filters<InstanceTypeOffering> Filters = new Filters<InstanceTypeOffering>()
        .One("instance-type", o => o.InstanceType!.Value.ToWire())
        .One("location", o => o.Location);

    /// <inheritdoc/>
    public DescribeInstanceTypeOfferingsResult Run(DescribeInstanceTypeOfferingsRequest request, ReadCall call)
    {
        var kind = request.LocationType ?? LocationType.Region;
        var region = Zones.RegionOf(call);
        IEnumerable<string> places = kind switch
        {
            LocationType.Region => [region.Code],
            LocationType.AvailabilityZone => region.Zones.Select(zone => zone.Name),
            LocationType.AvailabilityZoneId => region.Zones.Select(zone => zone.Id),
            _ => [],
        };
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var offerings = InstanceTypeCatalog.All
            .SelectMany(type => places.Order(StringComparer.Ordinal).Select(place => new InstanceTypeOffering
            {
                InstanceType = type.Type, Location = place, LocationType = kind,
            }))
            .Where(offering => string.CompareOrdinal(KeyOf(offering), after) > 0)
            .Where(Filters.Compile(request.Filters, call));
        var page = Lister.Cut(offerings, KeyOf, request.MaxResults);
        return new() { InstanceTypeOfferings = page.Items, NextToken = page.NextToken };
    }

    // The smallest character as separator keeps the order of keys the order of (type, place).
    private static string KeyOf(InstanceTypeOffering offering) =>
        $"{offering.InstanceType!.Value.ToWire()}\u0001{offering.Location}";
}
