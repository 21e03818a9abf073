using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InternetGateways;

/// <summary>Lists internet gateways. Filters: EC2 API Reference, DescribeInternetGateways.</summary>
public sealed class DescribeInternetGateways
    : IReadOperation<DescribeInternetGatewaysRequest, DescribeInternetGatewaysResult>
{
    private static readonly Filters<InternetGatewayRecord> Filters = new Filters<InternetGatewayRecord>()
        .One("attachment.state", gateway => gateway.VpcId is null ? null : "available")
        .Indexed(
            "attachment.vpc-id",
            gateway => [gateway.VpcId?.Value],
            (call, id) => call.Read(Tables.InternetGateways).By(Tables.InternetGatewaysByVpc, id))
        .One("internet-gateway-id", gateway => gateway.Id.Value)
        .One("owner-id", (_, call) => call.Account)
        .Tags(gateway => gateway.Id.Value);

    /// <inheritdoc/>
    public DescribeInternetGatewaysResult Run(DescribeInternetGatewaysRequest request, ReadCall call)
    {
        var query = new ListQuery(request.InternetGatewayIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.InternetGateway, Filters, query);
        return new()
        {
            InternetGateways = page.As(gateway => InternetGatewayView.Of(gateway, call)), NextToken = page.NextToken,
        };
    }
}
