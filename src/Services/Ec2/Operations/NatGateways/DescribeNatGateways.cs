using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NatGateways;

/// <summary>
/// Lists NAT gateways, also those that failed or were deleted within the hour. Filters: DescribeNatGateways.
/// </summary>
public sealed class DescribeNatGateways : IReadOperation<DescribeNatGatewaysRequest, DescribeNatGatewaysResult>
{
    private static readonly Filters<NatGatewayRecord> Filters = new Filters<NatGatewayRecord>()
        .One("nat-gateway-id", gateway => gateway.Id.Value)
        .One("state", gateway => gateway.State.ToWire())
        .Indexed(
            "subnet-id",
            gateway => [gateway.SubnetId.Value],
            (call, id) => call.Read(Tables.NatGateways).By(Tables.NatGatewaysBySubnet, id))
        .Tags(gateway => gateway.Id.Value)
        .Indexed(
            "vpc-id",
            gateway => [gateway.VpcId.Value],
            (call, id) => call.Read(Tables.NatGateways).By(Tables.NatGatewaysByVpc, id));

    /// <inheritdoc/>
    public DescribeNatGatewaysResult Run(DescribeNatGatewaysRequest request, ReadCall call)
    {
        var query = new ListQuery(request.NatGatewayIds, request.Filter, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.NatGateway, Filters, query);
        return new() { NatGateways = page.As(gateway => NatGatewayView.Of(gateway, call)), NextToken = page.NextToken };
    }
}
