using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.RouteTables;

/// <summary>Lists route tables. Filters: EC2 API Reference, DescribeRouteTables.</summary>
public sealed class DescribeRouteTables : IReadOperation<DescribeRouteTablesRequest, DescribeRouteTablesResult>
{
    private static readonly Filters<RouteTableRecord> Filters = new Filters<RouteTableRecord>()
        .Indexed("association.gateway-id", table => table.Associations.Select(a => a.GatewayId), ByAssociated)
        .Indexed(
            "association.route-table-association-id",
            table => table.Associations.Select(a => a.AssociationId),
            (call, id) => call.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociation, id))
        .Many("association.route-table-id", table => table.Associations.Select(_ => table.Id.Value))
        .Indexed("association.subnet-id", table => table.Associations.Select(a => a.SubnetId?.Value), ByAssociated)
        .Many("association.main", table => table.Associations.Select(a => a.Main ? "true" : "false"))
        .One("owner-id", (_, call) => call.Account)
        .One("route-table-id", table => table.Id.Value)
        .Many("route.destination-cidr-block", (table, call) => Routes(table, call)
            .Select(r => r.DestinationCidr is { IsV6: false } cidr ? cidr.ToString() : null))
        .Many("route.destination-ipv6-cidr-block", (table, call) => Routes(table, call)
            .Select(r => r.DestinationCidr is { IsV6: true } cidr ? cidr.ToString() : null))
        .Many("route.destination-prefix-list-id", (table, call) => Routes(table, call)
            .Select(r => r.DestinationPrefixListId?.Value))
        .Many("route.egress-only-internet-gateway-id", (table, call) =>
            Targets(table, call, RouteTargetKind.EgressOnlyInternetGateway))
        .Many("route.gateway-id", (table, call) => Targets(
            table,
            call,
            RouteTargetKind.Local,
            RouteTargetKind.InternetGateway,
            RouteTargetKind.VpnGateway,
            RouteTargetKind.VpcEndpoint))
        .Many("route.instance-id", (table, call) => Routes(table, call).Select(r => RouteView.InstanceOf(r, call)?.Id))
        .Many("route.nat-gateway-id", (table, call) => Targets(table, call, RouteTargetKind.NatGateway))
        .Many("route.transit-gateway-id", (table, call) => Targets(table, call, RouteTargetKind.TransitGateway))
        .Many("route.origin", (table, call) => Routes(table, call).Select(r => r.Origin.ToWire()))
        .Many("route.state", (table, call) => Routes(table, call).Select(r => r.IsActive ? "active" : "blackhole"))
        .Many("route.vpc-peering-connection-id", (table, call) =>
            Targets(table, call, RouteTargetKind.VpcPeeringConnection))
        .Tags(table => table.Id.Value)
        .Indexed(
            "vpc-id",
            table => [table.VpcId.Value],
            (call, id) => call.Read(Tables.RouteTables).By(Tables.RouteTablesByVpc, id));

    /// <inheritdoc/>
    public DescribeRouteTablesResult Run(DescribeRouteTablesRequest request, ReadCall call)
    {
        var query = new ListQuery(request.RouteTableIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.RouteTable, Filters, query);
        return new() { RouteTables = page.As(table => RouteTableView.Of(table, call)), NextToken = page.NextToken };
    }

    private static IReadOnlyList<EffectiveRoute> Routes(RouteTableRecord table, ReadCall call) =>
        EffectiveRoutes.Of(call, table);

    private static IEnumerable<string?> Targets(
        RouteTableRecord table, ReadCall call, params RouteTargetKind[] kinds) =>
        Routes(table, call).Where(r => kinds.Contains(r.TargetKind)).Select(r => r.TargetId);

    private static IEnumerable<RouteTableRecord> ByAssociated(ReadCall call, string id) =>
        call.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociated, id);
}
