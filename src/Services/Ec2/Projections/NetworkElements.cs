using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Vpn;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// VPCs, subnets, route tables and gateways.
/// </summary>
internal static class NetworkElements
{
    /// <summary>
    /// What they are made of. A peering connection comes once for each side that knows it, with one id.
    /// </summary>
    public static readonly IReadOnlyList<ElementSource> Sources =
    [
        new ElementSource<VpcId, VpcRecord>(Tables.Vpcs, Of),
        new ElementSource<SubnetId, SubnetRecord>(Tables.Subnets, Of),
        new ElementSource<RouteTableId, RouteTableRecord>(Tables.RouteTables, Of) { Touches = Associated },
        new ElementSource<InternetGatewayId, InternetGatewayRecord>(Tables.InternetGateways, Of),
        new ElementSource<EgressOnlyInternetGatewayId, EgressOnlyInternetGatewayRecord>(
            Tables.EgressOnlyInternetGateways, Of),
        new ElementSource<VpcPeeringConnectionId, VpcPeeringConnectionRecord>(Tables.VpcPeeringConnections, Of),
    ];

    // Subnets, gateways and (by its main table) the VPC name their route table.
    private static IEnumerable<string> Associated(Place place, RouteTableRecord table) =>
        table.Associations.Select(a => a.Main ? table.VpcId.Value : a.SubnetId?.Value ?? a.GatewayId!);

    private static Vpc Of(Place place, VpcRecord vpc) => new(
        vpc.Id.Value, [.. vpc.Cidrs.Concat(vpc.Ipv6Cidrs).Select(c => c.Cidr)])
    {
        Account = place.Scope.Account, Region = place.Scope.Region, MainRouteTableId = TableOf(place, vpc.Id.Value),
        DnsSupport = vpc.EnableDnsSupport,
    };

    private static Subnet Of(Place place, SubnetRecord subnet) => new(subnet.Id.Value)
    {
        Account = place.Scope.Account,
        Region = place.Scope.Region,
        VpcId = subnet.VpcId.Value,
        Zone = subnet.AvailabilityZone,
        Cidrs = [.. BlocksOf(subnet)],
        RouteTableId = TableOf(place, subnet.Id.Value),
        NetworkAclId = place.Read(Tables.NetworkAcls).By(Tables.NetworkAclsBySubnet, subnet.Id.Value)
            .FirstOrDefault()?.Id.Value,
    };

    private static RouteTable Of(Place place, RouteTableRecord table) => new(table.Id.Value)
    {
        Account = place.Scope.Account,
        Region = place.Scope.Region,
        VpcId = table.VpcId.Value,
        Routes = [.. table.Routes.Select(Of), .. VpnRoutes.Into(place.Call, place.Scope, table).Select(Propagated)],
    };

    private static Route Of(RouteRecord route) => new(
        route.DestinationCidr,
        route.DestinationPrefixListId?.Value,
        route.TargetKind == RouteTargetKind.Local ? Route.Local : route.TargetId,
        route.ReplacesLocal ? RouteOrigin.CreateRouteTable : RouteOrigin.CreateRoute);

    private static Route Propagated((Cidr Destination, VpnGatewayId Gateway) learned) => new(
        learned.Destination, null, learned.Gateway.Value, RouteOrigin.EnableVgwRoutePropagation);

    private static InternetGateway Of(Place place, InternetGatewayRecord gateway) => new(gateway.Id.Value)
    {
        Account = place.Scope.Account,
        Region = place.Scope.Region,
        VpcId = gateway.VpcId?.Value,
        RouteTableId = TableOf(place, gateway.Id.Value),
    };

    private static EgressOnlyInternetGateway Of(Place place, EgressOnlyInternetGatewayRecord gateway) => new(
        gateway.Id.Value)
    {
        Account = place.Scope.Account, Region = place.Scope.Region, VpcId = gateway.VpcId.Value,
    };

    private static VpcPeering Of(Place place, VpcPeeringConnectionRecord peering) => new(
        peering.Id.Value, peering.Requester.VpcId.Value, peering.Accepter.VpcId.Value)
    {
        Account = peering.Requester.OwnerId, Region = peering.Requester.Region, State = StateOf(peering.State),
    };

    private static VpcPeeringState StateOf(Code state) => state switch
    {
        Code.Active => VpcPeeringState.Active,
        Code.InitiatingRequest => VpcPeeringState.InitiatingRequest,
        Code.PendingAcceptance => VpcPeeringState.PendingAcceptance,
        Code.Provisioning => VpcPeeringState.Provisioning,
        Code.Rejected => VpcPeeringState.Rejected,
        Code.Expired => VpcPeeringState.Expired,
        Code.Failed => VpcPeeringState.Failed,
        Code.Deleting => VpcPeeringState.Deleting,
        Code.Deleted => VpcPeeringState.Deleted,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown state."),
    };

    private static IEnumerable<Cidr> BlocksOf(SubnetRecord subnet)
    {
        var v6 = subnet.Ipv6Cidrs.Select(c => c.Cidr);
        return subnet.Cidr is { } v4 ? v6.Prepend(v4) : v6;
    }

    // Of a VPC: its main table.
    private static string? TableOf(Place place, string associated) =>
        place.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociated, associated).FirstOrDefault()?.Id.Value;
}
