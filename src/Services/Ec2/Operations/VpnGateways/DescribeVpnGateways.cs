using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnGateways;

/// <summary>Lists virtual private gateways, all on one page. Filters: EC2 API Reference, DescribeVpnGateways.</summary>
public sealed class DescribeVpnGateways : IReadOperation<DescribeVpnGatewaysRequest, DescribeVpnGatewaysResult>
{
    private static readonly Filters<VpnGatewayRecord> Filters = new Filters<VpnGatewayRecord>()
        .One("amazon-side-asn", gateway => gateway.AmazonSideAsn.ToString(CultureInfo.InvariantCulture))
        .One("attachment.state", gateway => gateway.VpcId is null ? null : "attached")
        .Indexed(
            "attachment.vpc-id",
            gateway => [gateway.VpcId?.Value],
            (call, id) => call.Read(Tables.VpnGateways).By(Tables.VpnGatewaysByVpc, id))
        .One("availability-zone", gateway => gateway.AvailabilityZone)
        .One("state", gateway => gateway.DeletedAt is null ? "available" : "deleted")
        .One("type", _ => "ipsec.1")
        .One("vpn-gateway-id", gateway => gateway.Id.Value)
        .Tags(gateway => gateway.Id.Value);

    /// <inheritdoc/>
    public DescribeVpnGatewaysResult Run(DescribeVpnGatewaysRequest request, ReadCall call)
    {
        var query = new ListQuery(request.VpnGatewayIds, request.Filters, null, null);
        var page = Lister.List(call, Ec2Kinds.VpnGateway, Filters, query);
        return new() { VpnGateways = page.As(gateway => VpnGatewayView.Of(gateway, call)) };
    }
}
