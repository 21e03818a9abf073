using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;
using System.Globalization;

namespace Orrery.Services.Ec2.Operations.TransitGateways;

/// <summary>
/// Lists transit gateways, also those deleted within the hour, and those that others share with the caller. Filters:
/// EC2 API Reference, DescribeTransitGateways.
/// </summary>
public sealed class DescribeTransitGateways
    : IReadOperation<DescribeTransitGatewaysRequest, DescribeTransitGatewaysResult>
{
    private static readonly Filters<TransitGatewayRecord> Filters = new Filters<TransitGatewayRecord>()
        .One("options.propagation-default-route-table-id", g => g.PropagationTableId?.Value)
        .One("options.amazon-side-asn", g => g.AmazonSideAsn.ToString(CultureInfo.InvariantCulture))
        .One("options.association-default-route-table-id", g => g.AssociationTableId?.Value)
        .One("options.auto-accept-shared-attachments", g => g.AutoAcceptSharedAttachments.ToWire())
        .One("options.default-route-table-association", g => g.DefaultRouteTableAssociation.ToWire())
        .One("options.default-route-table-propagation", g => g.DefaultRouteTablePropagation.ToWire())
        .One("options.dns-support", g => g.DnsSupport.ToWire())
        .One("options.vpn-ecmp-support", g => g.VpnEcmpSupport.ToWire())
        .One("owner-id", (g, call) => g.OwnerId ?? call.Account)
        .One("state", g => g.State.ToWire())
        .One("transit-gateway-id", g => g.Id.Value)
        .Tags(g => g.Id.Value);

    /// <inheritdoc/>
    public DescribeTransitGatewaysResult Run(DescribeTransitGatewaysRequest request, ReadCall call)
    {
        var query = new ListQuery(request.TransitGatewayIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.ListWith(call, TransitKinds.Gateway, Filters, query, SharedGateways.All(call));
        return new() { TransitGateways = page.As(g => TransitGatewayView.Of(g, call)), NextToken = page.NextToken };
    }
}
