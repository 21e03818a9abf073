using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpoints;

/// <summary>Lists endpoints, also those deleted within the hour. Filters: DescribeVpcEndpoints.</summary>
public sealed class DescribeVpcEndpoints : IReadOperation<DescribeVpcEndpointsRequest, DescribeVpcEndpointsResult>
{
    private static readonly Filters<VpcEndpointRecord> Filters = new Filters<VpcEndpointRecord>()
        .One("ip-address-type", endpoint => endpoint.IpAddressType.ToWire())
        .Indexed(
            "service-name",
            endpoint => [endpoint.ServiceName],
            (call, name) => call.Read(EndpointTables.Endpoints).By(EndpointTables.EndpointsByService, name))
        .One("service-region", endpoint => endpoint.ServiceRegion)
        .One("vpc-endpoint-id", endpoint => endpoint.Id.Value)
        .One("vpc-endpoint-state", endpoint => endpoint.State.ToWire())
        .One("vpc-endpoint-type", endpoint => endpoint.Type.ToWire())
        .Tags(endpoint => endpoint.Id.Value)
        .Indexed(
            "vpc-id",
            endpoint => [endpoint.VpcId.Value],
            (call, id) => call.Read(EndpointTables.Endpoints).By(EndpointTables.EndpointsByVpc, id));

    /// <inheritdoc/>
    public DescribeVpcEndpointsResult Run(DescribeVpcEndpointsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.VpcEndpointIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, EndpointKinds.Endpoint, Filters, query);
        return new()
        {
            VpcEndpoints = page.As(endpoint => VpcEndpointView.Of(endpoint, call)), NextToken = page.NextToken,
        };
    }
}
