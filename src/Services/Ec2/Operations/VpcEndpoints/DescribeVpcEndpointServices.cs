using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpoints;

/// <summary>
/// Lists the services that the caller can make endpoints to. Filters: EC2 API Reference, DescribeVpcEndpointServices.
/// </summary>
public sealed class DescribeVpcEndpointServices
    : IReadOperation<DescribeVpcEndpointServicesRequest, DescribeVpcEndpointServicesResult>
{
    private static readonly Filters<EndpointOffer> Filters = new Filters<EndpointOffer>()
        .One("owner", offer => offer.Owner)
        .One("service-name", offer => offer.ServiceName)
        .One("service-region", offer => offer.Region)
        .One("service-type", offer => EndpointServiceView.TypeOf(offer).ToWire())
        .Many("supported-ip-address-types", offer => offer.IpAddressTypes.Select(type => type.ToWire()))
        .Tags(offer => offer.ServiceId);

    /// <inheritdoc/>
    public DescribeVpcEndpointServicesResult Run(DescribeVpcEndpointServicesRequest request, ReadCall call)
    {
        IReadOnlyList<string> regions = request.ServiceRegions is { Count: > 0 } named ? named : [call.Region];
        var offers = regions.Distinct(StringComparer.Ordinal)
            .SelectMany(region => EndpointOffers.Visible(call, region))
            .OrderBy(offer => offer.Key, StringComparer.Ordinal)
            .ToList();
        if (request.ServiceNames is { Count: > 0 } names)
        {
            if (names.FirstOrDefault(name => !offers.Exists(offer => offer.ServiceName == name)) is { } unknown)
            {
                throw EndpointErrors.InvalidServiceName(unknown);
            }

            offers.RemoveAll(offer => !names.Contains(offer.ServiceName));
        }

        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var passes = Filters.Compile(request.Filters, call);
        var page = Lister.Cut(
            offers.Where(offer => string.CompareOrdinal(offer.Key, after) > 0 && passes(offer)),
            offer => offer.Key,
            request.MaxResults);
        return new()
        {
            ServiceNames = [.. page.Items.Select(offer => offer.ServiceName).Distinct(StringComparer.Ordinal)],
            ServiceDetails = page.As(offer => EndpointServiceView.Of(offer, call)),
            NextToken = page.NextToken,
        };
    }
}
