using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;

/// <summary>
/// Lists route tables of transit gateways, also those deleted within the hour. Filters: EC2 API Reference,
/// DescribeTransitGatewayRouteTables.
/// </summary>
public sealed class DescribeTransitGatewayRouteTables
    : IReadOperation<DescribeTransitGatewayRouteTablesRequest, DescribeTransitGatewayRouteTablesResult>
{
    private static readonly Filters<TransitGatewayRouteTableRecord> Filters =
        new Filters<TransitGatewayRouteTableRecord>()
            .One("default-association-route-table", (t, call) => Text(TransitRouteTables.IsAssociationDefault(call, t)))
            .One("default-propagation-route-table", (t, call) => Text(TransitRouteTables.IsPropagationDefault(call, t)))
            .One("state", t => t.State.ToWire())
            .Indexed(
                "transit-gateway-id",
                t => [t.TransitGatewayId.Value],
                (call, id) => call.Read(TransitTables.RouteTables).By(TransitTables.RouteTablesByGateway, id))
            .One("transit-gateway-route-table-id", t => t.Id.Value)
            .Tags(t => t.Id.Value);

    /// <inheritdoc/>
    public DescribeTransitGatewayRouteTablesResult Run(DescribeTransitGatewayRouteTablesRequest request, ReadCall call)
    {
        var query = new ListQuery(
            request.TransitGatewayRouteTableIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, TransitKinds.RouteTable, Filters, query);
        return new()
        {
            TransitGatewayRouteTables = page.As(t => TransitRouteTableView.Of(t, call)), NextToken = page.NextToken,
        };
    }

    private static string Text(bool value) => value ? "true" : "false";
}
