using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.CustomerGateways;

/// <summary>Lists customer gateways, all on one page. Filters: EC2 API Reference, DescribeCustomerGateways.</summary>
public sealed class DescribeCustomerGateways
    : IReadOperation<DescribeCustomerGatewaysRequest, DescribeCustomerGatewaysResult>
{
    private static readonly Filters<CustomerGatewayRecord> Filters = new Filters<CustomerGatewayRecord>()
        .One("bgp-asn", gateway => gateway.BgpAsn.ToString(CultureInfo.InvariantCulture))
        .One("customer-gateway-id", gateway => gateway.Id.Value)
        .One("ip-address", gateway => gateway.IpAddress)
        .One("state", gateway => gateway.State.ToWire())
        .One("type", _ => "ipsec.1")
        .Tags(gateway => gateway.Id.Value);

    /// <inheritdoc/>
    public DescribeCustomerGatewaysResult Run(DescribeCustomerGatewaysRequest request, ReadCall call)
    {
        var query = new ListQuery(request.CustomerGatewayIds, request.Filters, null, null);
        var page = Lister.List(call, VpnKinds.CustomerGateway, Filters, query);
        return new() { CustomerGateways = page.As(gateway => CustomerGatewayView.Of(gateway, call)) };
    }
}
