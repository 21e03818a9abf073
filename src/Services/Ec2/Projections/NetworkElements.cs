using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Projections;

/// <summary>
/// VPCs, subnets, route tables and gateways of one scope. Virtual private gateways are left out: nothing is behind
/// them yet, so that a route to one leads nowhere.
/// </summary>
internal sealed class NetworkElements(ReadCall call, Scope scope)
{
    /// <summary>All of them. A peering connection comes once for each side that knows it, with one id.</summary>
    public IEnumerable<Element> All() =>
    [
        .. call.Read(Tables.Vpcs, scope).All().Select(Of),
        .. call.Read(Tables.Subnets, scope).All().Select(Of),
        .. call.Read(Tables.RouteTables, scope).All().Select(Of),
        .. call.Read(Tables.InternetGateways, scope).All().Select(Of),
        .. call.Read(Tables.EgressOnlyInternetGateways, scope).All().Select(Of),
        .. call.Read(Tables.VpcPeeringConnections, scope).All().Select(Of),
    ];

    private Vpc Of(VpcRecord vpc) => new(vpc.Id.Value, [.. vpc.Cidrs.Concat(vpc.Ipv6Cidrs).Select(c => c.Cidr)])
    {
        Account = scope.Account, Region = scope.Region, MainRouteTableId = TableOf(vpc.Id.Value),
    };

    private Subnet Of(SubnetRecord subnet) => new(subnet.Id.Value)
    {
        Account = scope.Account,
        Region = scope.Region,
        VpcId = subnet.VpcId.Value,
        Zone = subnet.AvailabilityZone,
        Cidrs = [.. BlocksOf(subnet)],
        RouteTableId = TableOf(subnet.Id.Value),
        NetworkAclId = call.Read(Tables.NetworkAcls, scope).By(Tables.NetworkAclsBySubnet, subnet.Id.Value)
            .FirstOrDefault()?.Id.Value,
    };

    private RouteTable Of(RouteTableRecord table) => new(table.Id.Value)
    {
        Account = scope.Account,
        Region = scope.Region,
        VpcId = table.VpcId.Value,
        Routes = [.. table.Routes.Select(Of)],
    };

    private static Route Of(RouteRecord route) => new(
        route.DestinationCidr,
        route.DestinationPrefixListId?.Value,
        route.TargetKind == RouteTargetKind.Local ? Route.Local : route.TargetId,
        route.ReplacesLocal ? RouteOrigin.CreateRouteTable : RouteOrigin.CreateRoute);

    private InternetGateway Of(InternetGatewayRecord gateway) => new(gateway.Id.Value)
    {
        Account = scope.Account,
        Region = scope.Region,
        VpcId = gateway.VpcId?.Value,
        RouteTableId = TableOf(gateway.Id.Value),
    };

    private EgressOnlyInternetGateway Of(EgressOnlyInternetGatewayRecord gateway) => new(gateway.Id.Value)
    {
        Account = scope.Account, Region = scope.Region, VpcId = gateway.VpcId.Value,
    };

    private static VpcPeering Of(VpcPeeringConnectionRecord peering) => new(
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
    private string? TableOf(string associated) =>
        call.Read(Tables.RouteTables, scope).By(Tables.RouteTablesByAssociated, associated).FirstOrDefault()?.Id.Value;
}
