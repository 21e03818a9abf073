using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcPeering;

/// <summary>Lists peering connections of which either side is in the region. Filters: EC2 API Reference.</summary>
public sealed class DescribeVpcPeeringConnections
    : IReadOperation<DescribeVpcPeeringConnectionsRequest, DescribeVpcPeeringConnectionsResult>
{
    private static readonly Filters<VpcPeeringConnectionRecord> Filters = new Filters<VpcPeeringConnectionRecord>()
        .Many("accepter-vpc-info.cidr-block", p => p.Accepter.Cidrs.Select(c => c.ToString()))
        .One("accepter-vpc-info.owner-id", p => p.Accepter.OwnerId)
        .One("accepter-vpc-info.vpc-id", p => p.Accepter.VpcId.Value)
        .One("expiration-time", p => p.ExpiresAt?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
        .Many("requester-vpc-info.cidr-block", p => p.Requester.Cidrs.Select(c => c.ToString()))
        .One("requester-vpc-info.owner-id", p => p.Requester.OwnerId)
        .One("requester-vpc-info.vpc-id", p => p.Requester.VpcId.Value)
        .One("status-code", p => PeeringView.NameOf(p.State))
        .One("status-message", p => p.StateMessage)
        .One("vpc-peering-connection-id", p => p.Id.Value)
        .Tags(p => p.Id.Value);

    /// <inheritdoc/>
    public DescribeVpcPeeringConnectionsResult Run(DescribeVpcPeeringConnectionsRequest request, ReadCall call)
    {
        var query = new ListQuery(
            request.VpcPeeringConnectionIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.VpcPeeringConnection, Filters, query);
        return new() { VpcPeeringConnections = page.As(p => PeeringView.Of(p, call)), NextToken = page.NextToken };
    }
}
