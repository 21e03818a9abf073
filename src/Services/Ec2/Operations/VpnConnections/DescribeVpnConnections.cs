using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>Lists VPN connections, all on one page. Filters: EC2 API Reference, DescribeVpnConnections.</summary>
public sealed class DescribeVpnConnections : IReadOperation<DescribeVpnConnectionsRequest, DescribeVpnConnectionsResult>
{
    private static readonly Filters<VpnConnectionRecord> Filters = new Filters<VpnConnectionRecord>()
        .One("bgp-asn", AsnOf)
        .One("customer-gateway-configuration", (connection, call) =>
            VpnConnectionView.Of(connection, call).CustomerGatewayConfiguration)
        .Indexed(
            "customer-gateway-id",
            connection => [connection.CustomerGatewayId.Value],
            (call, id) => call.Read(VpnTables.Connections).By(VpnTables.ConnectionsByCustomerGateway, id))
        .Flag("option.static-routes-only", connection => connection.StaticRoutesOnly)
        .Many("route.destination-cidr-block", connection =>
            connection.Routes.Select(r => r.DestinationCidr.ToString()))
        .One("state", connection => connection.State.ToWire())
        .Indexed(
            "transit-gateway-id",
            connection => [connection.TransitGatewayId?.Value],
            (call, id) => call.Read(VpnTables.Connections).By(VpnTables.ConnectionsByTransitGateway, id))
        .One("type", _ => "ipsec.1")
        .One("vpn-connection-id", connection => connection.Id.Value)
        .Indexed(
            "vpn-gateway-id",
            connection => [connection.VpnGatewayId?.Value],
            (call, id) => call.Read(VpnTables.Connections).By(VpnTables.ConnectionsByVpnGateway, id))
        .Tags(connection => connection.Id.Value);

    /// <inheritdoc/>
    public DescribeVpnConnectionsResult Run(DescribeVpnConnectionsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.VpnConnectionIds, request.Filters, null, null);
        var page = Lister.List(call, VpnKinds.Connection, Filters, query);
        return new() { VpnConnections = page.As(connection => VpnConnectionView.Of(connection, call)) };
    }

    private static string? AsnOf(VpnConnectionRecord connection, ReadCall call) =>
        call.Read(VpnTables.CustomerGateways).Find(connection.CustomerGatewayId)?
            .BgpAsn.ToString(CultureInfo.InvariantCulture);
}
