using Orrery.Contracts.OnPremises;
using Orrery.Services.Ec2.Operations.CustomerGateways;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>A VPC with a virtual private gateway that has a VPN connection to an office.</summary>
internal sealed record Office(Cloud Cloud, string Vpc, string Gateway, string Customer, string Connection)
{
    /// <summary>Builds one; nothing is declared behind its customer gateway yet.</summary>
    public static Office New(Cloud cloud, bool staticRoutes = false)
    {
        var (vpc, gateway, customer) = (cloud.Vpc(), VpnGateway(cloud), CustomerGateway(cloud));
        cloud.Advance(TimeSpan.FromMinutes(1));
        cloud.Run(new AttachVpnGateway(), new() { VpnGatewayId = gateway, VpcId = vpc });
        return new(cloud, vpc, gateway, customer, Connect(cloud, gateway, customer, staticRoutes).VpnConnectionId!);
    }

    public static string VpnGateway(Cloud cloud) =>
        cloud.Run(new CreateVpnGateway(), new() { Type = GatewayType.Ipsec1 }).VpnGateway!.VpnGatewayId!;

    public static string CustomerGateway(Cloud cloud, string address = "198.51.100.7", int asn = 65001) =>
        cloud.Run(new CreateCustomerGateway(), new()
        {
            Type = GatewayType.Ipsec1, IpAddress = address, BgpAsn = asn,
        }).CustomerGateway!.CustomerGatewayId!;

    public static VpnConnection Connect(
        Cloud cloud, string gateway, string customer, bool staticRoutes = false,
        params VpnTunnelOptionsSpecification[] tunnels) =>
        cloud.Run(new CreateVpnConnection(), Request(gateway, customer, staticRoutes, tunnels)).VpnConnection!;

    public static CreateVpnConnectionRequest Request(
        string gateway, string customer, bool staticRoutes = false,
        params VpnTunnelOptionsSpecification[] tunnels) => new()
    {
        Type = "ipsec.1",
        CustomerGatewayId = customer,
        VpnGatewayId = gateway,
        Options = new() { StaticRoutesOnly = staticRoutes, TunnelOptions = tunnels },
    };

    /// <summary>Declares what is behind the customer gateway.</summary>
    public OnPremisesNetwork Declare(int tunnels = 2, params string[] cidrs) => Declare(new OnPremisesDeclaration(
        cidrs.Length > 0 ? cidrs : ["192.168.0.0/16"], null, tunnels));

    public OnPremisesNetwork Declare(OnPremisesDeclaration declaration) =>
        Cloud.Do(call => call.Port<IOnPremises>().Declare(call, Customer, declaration));

    /// <summary>Takes the declaration back.</summary>
    public void Remove() => Cloud.Do(call =>
    {
        call.Port<IOnPremises>().Remove(call, Customer);
        return true;
    });

    public VpnConnection Describe() =>
        Cloud.Run(new DescribeVpnConnections(), new() { VpnConnectionIds = [Connection] }).VpnConnections![0];

    /// <summary>The status and the message of each tunnel.</summary>
    public IEnumerable<string> Tunnels() => Describe().VgwTelemetry!.Select(t => $"{t.Status} {t.StatusMessage}");

    /// <summary>Tells the connection of a block.</summary>
    public void Route(string cidr) =>
        Cloud.Run(new CreateVpnConnectionRoute(), new() { VpnConnectionId = Connection, DestinationCidrBlock = cidr });

    public void Delete() => Cloud.Run(new DeleteVpnConnection(), new() { VpnConnectionId = Connection });

    /// <summary>A route table of the VPC that the gateway propagates to.</summary>
    public string Table()
    {
        var table = Cloud.RouteTable(Vpc);
        Cloud.Run(new EnableVgwRoutePropagation(), new() { RouteTableId = table, GatewayId = Gateway });
        return table;
    }

    /// <summary>The blocks that the gateway propagates to a table.</summary>
    public IEnumerable<string> Propagated(string table) => Cloud.Describe(table).Routes!
        .Where(r => r.Origin == RouteOrigin.EnableVgwRoutePropagation && r.GatewayId == Gateway
            && r.State == RouteState.Active)
        .Select(r => r.DestinationCidrBlock!);
}
