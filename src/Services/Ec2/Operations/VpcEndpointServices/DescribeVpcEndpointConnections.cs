using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>
/// Lists the endpoints that are connected to the caller's services, or ask to be. Filters: EC2 API Reference,
/// DescribeVpcEndpointConnections.
/// </summary>
public sealed class DescribeVpcEndpointConnections
    : IReadOperation<DescribeVpcEndpointConnectionsRequest, DescribeVpcEndpointConnectionsResult>
{
    private const string CrossRegion = "cross-region";

    private static readonly Filters<VpcEndpointConnectionRecord> Filters = new Filters<VpcEndpointConnectionRecord>()
        .One("ip-address-type", (c, call) => EndpointConnections.EndpointOf(call, c)?.IpAddressType.ToWire())
        .Indexed(
            "service-id",
            c => [c.ServiceId.Value],
            (call, id) => call.Read(EndpointTables.Connections).By(EndpointTables.ConnectionsByService, id))
        .Indexed(
            "vpc-endpoint-id",
            c => [c.EndpointId.Value],
            (call, id) => call.Read(EndpointTables.Connections).By(EndpointTables.ConnectionsByEndpoint, id))
        .One("vpc-endpoint-owner", c => c.EndpointScope.Account)
        .Many("vpc-endpoint-region", (c, call) =>
            [c.EndpointScope.Region, c.EndpointScope.Region == call.Region ? null : CrossRegion])
        .One("vpc-endpoint-state", (c, call) => EndpointConnections.EndpointOf(call, c)?.State.ToWire());

    /// <inheritdoc/>
    public DescribeVpcEndpointConnectionsResult Run(DescribeVpcEndpointConnectionsRequest request, ReadCall call)
    {
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, EndpointKinds.Connection, Filters, query);
        return new()
        {
            VpcEndpointConnections = page.As(connection => VpcEndpointConnectionView.Of(connection, call)),
            NextToken = page.NextToken,
        };
    }
}
