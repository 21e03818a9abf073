using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Lists the caller's endpoint services. Filters: DescribeVpcEndpointServiceConfigurations.</summary>
public sealed class DescribeVpcEndpointServiceConfigurations
    : IReadOperation<DescribeVpcEndpointServiceConfigurationsRequest, DescribeVpcEndpointServiceConfigurationsResult>
{
    private static readonly Filters<VpcEndpointServiceRecord> Filters = new Filters<VpcEndpointServiceRecord>()
        .One("service-name", EndpointServices.NameOf)
        .One("service-id", service => service.Id.Value)
        .One("service-state", service => service.State.ToWire())
        .Many("supported-ip-address-types", service => service.IpAddressTypes.Select(type => type.ToWire()))
        .Tags(service => service.Id.Value);

    /// <inheritdoc/>
    public DescribeVpcEndpointServiceConfigurationsResult Run(
        DescribeVpcEndpointServiceConfigurationsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.ServiceIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, EndpointKinds.Service, Filters, query);
        return new()
        {
            ServiceConfigurations = page.As(service => EndpointServiceView.Of(service, call)),
            NextToken = page.NextToken,
        };
    }
}
