using Orrery.Contracts.OnPremises;
using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Services.Ec2.Operations.CustomerGateways;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class VpnTunnelTests
{
    [Fact]
    public void Tunnels_are_down_until_the_customers_side_is_there_and_up_while_it_keeps_them_up()
    {
        var office = Office.New(Cloud.New());
        Assert.Equal(["Down IPSEC IS DOWN", "Down IPSEC IS DOWN"], office.Tunnels());

        office.Declare();
        Assert.Equal(["Up 1 BGP ROUTES", "Up 1 BGP ROUTES"], office.Tunnels());
        office.Declare(tunnels: 1, "192.168.0.0/17", "192.168.128.0/17");
        Assert.Equal(["Up 2 BGP ROUTES", "Down IPSEC IS DOWN"], office.Tunnels());
        office.Declare(tunnels: 0);
        Assert.Equal(["Down IPSEC IS DOWN", "Down IPSEC IS DOWN"], office.Tunnels());
        office.Declare();
        office.Remove();
        Assert.Equal(["Down IPSEC IS DOWN", "Down IPSEC IS DOWN"], office.Tunnels());
    }

    [Fact]
    public void Telemetry_tells_when_a_tunnel_last_changed()
    {
        var office = Office.New(Cloud.New());
        var made = Changed();
        office.Cloud.Advance(TimeSpan.FromHours(1));
        office.Declare(tunnels: 1);
        Assert.Equal([made + TimeSpan.FromHours(1), made], Changes());
        office.Cloud.Advance(TimeSpan.FromHours(1));
        office.Declare(tunnels: 1);
        Assert.Equal([made + TimeSpan.FromHours(1), made], Changes());
        office.Remove();
        Assert.Equal([made + TimeSpan.FromHours(2), made], Changes());

        IEnumerable<DateTimeOffset> Changes() => office.Describe().VgwTelemetry!.Select(t => t.LastStatusChange!.Value);
        DateTimeOffset Changed() => Changes().First();
    }

    [Fact]
    public void A_device_that_announces_too_much_loses_its_session()
    {
        var office = Office.New(Cloud.New());
        office.Declare(new OnPremisesDeclaration(
            ["192.168.0.0/16"], [.. Enumerable.Range(0, 101).Select(n => $"192.168.{n}.0/24")]));
        Assert.Equal(["Down IPSEC IS UP", "Down IPSEC IS UP"], office.Tunnels());
        office.Declare(new OnPremisesDeclaration(["192.168.0.0/16"], ["192.168.1.0/24"]));
        Assert.Equal(["Up 1 BGP ROUTES", "Up 1 BGP ROUTES"], office.Tunnels());
    }

    [Fact]
    public void While_it_is_modified_its_tunnels_are_down()
    {
        var office = Office.New(Cloud.Slow());
        office.Cloud.Advance(TimeSpan.FromMinutes(10));
        office.Declare();
        var before = office.Describe().Options!.TunnelOptions!;
        var modify = new ModifyVpnTunnelOptionsRequest
        {
            VpnConnectionId = office.Connection,
            VpnTunnelOutsideIpAddress = before[0].OutsideIpAddress,
            TunnelOptions = new() { PreSharedKey = "another.key_1", Phase1LifetimeSeconds = 14400 },
        };
        var changing = office.Cloud.Run(new ModifyVpnTunnelOptions(), modify).VpnConnection!;
        Assert.Equal(VpnState.Modifying, changing.State);
        Assert.All(changing.VgwTelemetry!, t => Assert.Equal(TelemetryStatus.Down, t.Status));
        Assert.Equal("InvalidVpnConnection.InvalidState", office.Cloud.Refused(new ModifyVpnTunnelOptions(), modify));

        office.Cloud.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(["Up 1 BGP ROUTES", "Up 1 BGP ROUTES"], office.Tunnels());
        var tunnels = office.Describe().Options!.TunnelOptions!;
        Assert.Equal(("another.key_1", 14400), (tunnels[0].PreSharedKey, tunnels[0].Phase1LifetimeSeconds));
        Assert.Equal(before[0].TunnelInsideCidr, tunnels[0].TunnelInsideCidr);
        Assert.Equal(before[1].PreSharedKey, tunnels[1].PreSharedKey);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var office = Office.New(Cloud.New());
        var address = office.Describe().Options!.TunnelOptions![0].OutsideIpAddress;
        string Refused(ModifyVpnTunnelOptionsSpecification options) => office.Cloud.Refused(
            new ModifyVpnTunnelOptions(),
            new()
            {
                VpnConnectionId = office.Connection, VpnTunnelOutsideIpAddress = address, TunnelOptions = options,
            });
        Assert.Equal("InvalidParameterValue", Refused(new() { Phase1LifetimeSeconds = 899 }));
        Assert.Equal("InvalidParameterValue", Refused(new() { Phase1LifetimeSeconds = 3600 }));
        Assert.Equal("InvalidParameterValue", Refused(new() { RekeyMarginTimeSeconds = 1801 }));
        Assert.Equal("InvalidParameterValue", Refused(new() { DPDTimeoutAction = "panic" }));
        Assert.Equal("InvalidParameterValue", Refused(new() { Phase1DHGroupNumbers = [new() { Value = 5 }] }));
        Assert.Equal("InvalidParameterValue", office.Cloud.Refused(new ModifyVpnTunnelOptions(), new()
        {
            VpnConnectionId = office.Connection, VpnTunnelOutsideIpAddress = "3.3.3.3", TunnelOptions = new(),
        }));
    }

    [Fact]
    public void A_connection_moves_to_another_customer_gateway_and_follows_what_is_there()
    {
        var office = Office.New(Cloud.New());
        office.Declare();
        var other = Office.CustomerGateway(office.Cloud, "198.51.100.8");
        var modify = new ModifyVpnConnectionRequest { VpnConnectionId = office.Connection, CustomerGatewayId = other };
        office.Cloud.Run(new ModifyVpnConnection(), modify);
        Assert.Equal(other, office.Describe().CustomerGatewayId);
        Assert.Equal(["Down IPSEC IS DOWN", "Down IPSEC IS DOWN"], office.Tunnels());

        (office with { Customer = other }).Declare();
        Assert.Equal(["Up 1 BGP ROUTES", "Up 1 BGP ROUTES"], office.Tunnels());
        Assert.Equal("MissingParameter", office.Cloud.Refused(
            new ModifyVpnConnection(), modify with { CustomerGatewayId = null }));
    }

    [Fact]
    public void The_addresses_that_its_tunnels_carry_can_be_changed()
    {
        var office = Office.New(Cloud.New());
        var modify = new ModifyVpnConnectionOptionsRequest
        {
            VpnConnectionId = office.Connection, LocalIpv4NetworkCidr = "192.168.0.0/16",
        };
        office.Cloud.Run(new ModifyVpnConnectionOptions(), modify);
        var options = office.Describe().Options!;
        Assert.Equal(("192.168.0.0/16", "0.0.0.0/0"), (options.LocalIpv4NetworkCidr, options.RemoteIpv4NetworkCidr));
        Assert.Equal("InvalidParameterCombination", office.Cloud.Refused(
            new ModifyVpnConnectionOptions(), modify with { LocalIpv6NetworkCidr = "fd00::/8" }));
        Assert.Equal("UnsupportedOperation", office.Cloud.Refused(
            new ModifyVpnConnectionOptions(), modify with { TunnelBandwidth = VpnTunnelBandwidth.Large }));
    }

    [Fact]
    public void What_is_declared_goes_with_its_customer_gateway()
    {
        var office = Office.New(Cloud.New());
        var declared = office.Declare(tunnels: 1);
        Assert.Equal((office.Customer, 1), (declared.CustomerGatewayId, Assert.Single(declared.Connections).TunnelsUp));
        Assert.Equal([office.Customer], Listed());

        office.Delete();
        office.Cloud.Run(new DeleteCustomerGateway(), new() { CustomerGatewayId = office.Customer });
        Assert.Empty(Listed());
        IEnumerable<string> Listed() => office.Cloud.Ask(call =>
            call.Port<IOnPremises>().List(call).Select(n => n.CustomerGatewayId).ToList());
    }

    [Fact]
    public void A_declaration_that_cannot_be_is_refused()
    {
        var office = Office.New(Cloud.New());
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => office.Declare(tunnels: 3)));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => office.Declare(2, "192.168.0.1/16")));
        Assert.Equal("MissingParameter", Cloud.Refusal(() => office.Declare(new OnPremisesDeclaration([]))));
        Assert.Equal("InvalidCustomerGatewayID.NotFound", Cloud.Refusal(() =>
            (office with { Customer = "cgw-00000000000000000" }).Declare()));
        Assert.Equal("NoSuchNetwork", Cloud.Refusal(() =>
        {
            office.Remove();
            return null;
        }));
    }

    [Fact]
    public void An_explanation_says_why_the_tunnels_are_down_and_what_would_bring_them_up()
    {
        var office = Office.New(Cloud.New());
        Decision Why() => office.Cloud.Ask(call => call.Port<IExplainer>().Explain(call, office.Connection).Decision);
        var down = Why();
        Assert.Equal(("VPN_DOWN", "CUSTOMER_SIDE_NOT_THERE"), (down.Root.Code, down.Root.Because[0].Code));
        Assert.StartsWith(
            $"Declare what is behind it: orrery onprem declare {office.Customer}", Assert.Single(down.Remedies).Text);
        office.Declare(tunnels: 1);
        var up = Why();
        Assert.Equal(
            (true, "TUNNEL_UP", "CUSTOMER_TUNNEL_DOWN", "VPN_ROUTE"),
            (up.Allowed, up.Root.Because[0].Code, up.Root.Because[1].Code, up.Root.Because[2].Code));
    }
}
