using System.Xml.Linq;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class VpnConnectionTests
{
    [Fact]
    public void It_is_pending_then_available_and_once_deleted_seen_for_an_hour()
    {
        var office = Office.New(Cloud.Slow());
        var made = office.Describe();
        Assert.Equal(
            (VpnState.Pending, GatewayAssociationState.Associating), (made.State, made.GatewayAssociationState));
        office.Cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(VpnState.Available, office.Describe().State);

        office.Delete();
        var going = office.Describe();
        Assert.Equal((VpnState.Deleting, null), (going.State, going.CustomerGatewayConfiguration));
        office.Cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(VpnState.Deleted, office.Describe().State);
        Assert.Equal("InvalidVpnConnectionID.NotFound", Cloud.Refusal(() =>
        {
            office.Delete();
            return null;
        }));
        office.Cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidVpnConnectionID.NotFound", Cloud.Refusal(office.Describe));
    }

    [Fact]
    public void Each_tunnel_has_addresses_and_a_key_of_its_own()
    {
        var options = Office.New(Cloud.New()).Describe().Options!;
        var tunnels = options.TunnelOptions!;
        Assert.Equal(2, tunnels.Select(t => t.OutsideIpAddress).Distinct().Count());
        Assert.Equal(2, tunnels.Select(t => t.TunnelInsideCidr).Distinct().Count());
        Assert.Equal(2, tunnels.Select(t => t.PreSharedKey).Distinct().Count());
        Assert.All(tunnels, t => Assert.Matches("^169\\.254\\..*/30$", t.TunnelInsideCidr));
        Assert.All(tunnels, t => Assert.Matches("^[A-Za-z][A-Za-z0-9._]{31}$", t.PreSharedKey));
        Assert.Equal(("0.0.0.0/0", false), (options.LocalIpv4NetworkCidr, options.StaticRoutesOnly));
    }

    [Fact]
    public void The_same_world_gives_the_same_keys()
    {
        string? Key() => Office.New(Cloud.New()).Describe().Options!.TunnelOptions![0].PreSharedKey;
        Assert.Equal(Key(), Key());
    }

    [Fact]
    public void Between_the_same_two_gateways_one_is_not_made_twice()
    {
        var office = Office.New(Cloud.New());
        Assert.Equal(
            office.Connection, Office.Connect(office.Cloud, office.Gateway, office.Customer).VpnConnectionId);
        office.Delete();
        Assert.NotEqual(
            office.Connection, Office.Connect(office.Cloud, office.Gateway, office.Customer).VpnConnectionId);
    }

    [Fact]
    public void The_configuration_tells_the_device_addresses_keys_and_numbers()
    {
        var office = Office.New(Cloud.New());
        var made = office.Describe();
        var document = XDocument.Parse(made.CustomerGatewayConfiguration!).Root!;
        Assert.Equal(office.Connection, (string?)document.Attribute("id"));
        Assert.Equal(office.Customer, document.Element("customer_gateway_id")!.Value);
        Assert.Null(document.Element("vpn_connection_attributes"));
        var tunnels = document.Elements("ipsec_tunnel").ToList();
        Assert.Equal(2, tunnels.Count);
        foreach (var (tunnel, option) in tunnels.Zip(made.Options!.TunnelOptions!))
        {
            var (customer, aws) = (tunnel.Element("customer_gateway")!, tunnel.Element("vpn_gateway")!);
            Assert.Equal("198.51.100.7", customer.Element("tunnel_outside_address")!.Value);
            Assert.Equal(option.OutsideIpAddress, aws.Element("tunnel_outside_address")!.Value);
            Assert.StartsWith(
                customer.Element("tunnel_inside_address")!.Element("ip_address")!.Value[..^2],
                option.TunnelInsideCidr);
            Assert.Equal("65001", customer.Element("bgp")!.Element("asn")!.Value);
            Assert.Equal("64512", aws.Element("bgp")!.Element("asn")!.Value);
            Assert.Equal(option.PreSharedKey, tunnel.Element("ike")!.Element("pre_shared_key")!.Value);
        }
    }

    [Fact]
    public void The_configuration_of_a_static_one_has_no_BGP_and_follows_the_options()
    {
        var cloud = Cloud.New();
        var wish = new VpnTunnelOptionsSpecification
        {
            TunnelInsideCidr = "169.254.10.0/30",
            PreSharedKey = "open.sesame_1",
            Phase1LifetimeSeconds = 7200,
            Phase2LifetimeSeconds = 1800,
            DPDTimeoutSeconds = 60,
            DPDTimeoutAction = "restart",
            StartupAction = "start",
            Phase1EncryptionAlgorithms = [new() { Value = "AES256" }],
            Phase2IntegrityAlgorithms = [new() { Value = "SHA2-256" }],
            Phase1DHGroupNumbers = [new() { Value = 14 }],
            IKEVersions = [new() { Value = "ikev2" }],
        };
        var made = Office.Connect(cloud, Office.VpnGateway(cloud), Office.CustomerGateway(cloud), true, wish);
        var document = XDocument.Parse(made.CustomerGatewayConfiguration!).Root!;
        Assert.Equal("NoBGPVPNConnection", document.Element("vpn_connection_attributes")!.Value);
        Assert.Empty(document.Descendants("bgp"));
        var tunnel = document.Elements("ipsec_tunnel").First();
        var (ike, ipsec) = (tunnel.Element("ike")!, tunnel.Element("ipsec")!);
        Assert.Equal(
            ("open.sesame_1", "7200", "aes-256-cbc", "group14"),
            (Of(ike, "pre_shared_key"), Of(ike, "lifetime"), Of(ike, "encryption_protocol"),
                Of(ike, "perfect_forward_secrecy")));
        Assert.Equal(
            ("1800", "hmac-sha2-256", "6"),
            (Of(ipsec, "lifetime"), Of(ipsec, "authentication_protocol"), ipsec.Descendants("retries").Single().Value));
        Assert.Equal(
            ["169.254.10.2", "169.254.10.1"],
            tunnel.Descendants("tunnel_inside_address").Select(a => Of(a, "ip_address")));
        var shown = made.Options!.TunnelOptions![0];
        Assert.Equal(
            ("start", "restart", "ikev2"), (shown.StartupAction, shown.DpdTimeoutAction, shown.IkeVersions![0].Value));
        static string Of(XElement element, string name) => element.Element(name)!.Value;
    }

    [Theory]
    [InlineData("169.254.5.0/30", null)]
    [InlineData("169.254.10.0/29", null)]
    [InlineData("10.0.0.0/30", null)]
    [InlineData(null, "short")]
    [InlineData(null, "0begins.with.zero")]
    [InlineData(null, "has a space")]
    public void Tunnels_that_AWS_does_not_make_are_refused(string? inside, string? key)
    {
        var cloud = Cloud.New();
        var wish = new VpnTunnelOptionsSpecification { TunnelInsideCidr = inside, PreSharedKey = key };
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new CreateVpnConnection(),
            Office.Request(Office.VpnGateway(cloud), Office.CustomerGateway(cloud), false, wish)));
    }

    [Fact]
    public void A_block_inside_a_tunnel_is_used_once_at_a_gateway()
    {
        var cloud = Cloud.New();
        var gateway = Office.VpnGateway(cloud);
        var wish = new VpnTunnelOptionsSpecification { TunnelInsideCidr = "169.254.10.0/30" };
        var first = Office.Connect(cloud, gateway, Office.CustomerGateway(cloud), false, wish);
        var again = Office.Request(gateway, Office.CustomerGateway(cloud, "198.51.100.8"), false, wish);
        Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateVpnConnection(), again));
        cloud.Run(new CreateVpnConnection(), again with { VpnGatewayId = Office.VpnGateway(cloud) });

        cloud.Run(new DeleteVpnConnection(), new() { VpnConnectionId = first.VpnConnectionId });
        cloud.Run(new CreateVpnConnection(), again);
    }

    [Fact]
    public void What_is_not_served_is_refused_by_name()
    {
        var office = Office.New(Cloud.New());
        var ask = Office.Request(office.Gateway, Office.CustomerGateway(office.Cloud, "198.51.100.8"));
        var logged = new VpnTunnelOptionsSpecification
        {
            LogOptions = new() { CloudWatchLogOptions = new() { LogEnabled = true } },
        };
        CreateVpnConnectionRequest[] refused =
        [
            ask with { VpnConcentratorId = "vcn-1" },
            ask with { PreSharedKeyStorage = "SecretsManager" },
            ask with { VpnGatewayId = null },
            ask with { Options = new() { EnableAcceleration = true } },
            ask with { Options = new() { OutsideIpAddressType = "PrivateIpv4" } },
            ask with { Options = new() { TunnelBandwidth = VpnTunnelBandwidth.Large } },
            ask with { Options = new() { TunnelOptions = [new() { EnableTunnelLifecycleControl = true }] } },
            ask with { Options = new() { TunnelOptions = [logged] } },
        ];
        Assert.All(refused, request =>
            Assert.Equal("UnsupportedOperation", office.Cloud.Refused(new CreateVpnConnection(), request)));
        var ipv6 = new VpnConnectionOptionsSpecification { TunnelInsideIpVersion = TunnelInsideIpVersion.Ipv6 };
        Assert.Equal("InvalidParameterValue", office.Cloud.Refused(
            new CreateVpnConnection(), ask with { Options = ipv6 }));
        Assert.Equal("InvalidParameterValue", office.Cloud.Refused(
            new CreateVpnConnection(), ask with { Type = "ipsec.2" }));
    }

    [Fact]
    public void A_connection_keeps_its_gateway_from_being_deleted_and_while_it_changes_from_being_moved()
    {
        var office = Office.New(Cloud.Slow());
        var detach = new DetachVpnGatewayRequest { VpnGatewayId = office.Gateway, VpcId = office.Vpc };
        Assert.Equal("InvalidParameterValue", office.Cloud.Refused(new DetachVpnGateway(), detach));
        office.Cloud.Advance(TimeSpan.FromMinutes(10));
        office.Cloud.Run(new DetachVpnGateway(), detach);

        var delete = new DeleteVpnGatewayRequest { VpnGatewayId = office.Gateway };
        Assert.Equal("IncorrectState", office.Cloud.Refused(new DeleteVpnGateway(), delete));
        office.Delete();
        var attach = new AttachVpnGatewayRequest { VpnGatewayId = office.Gateway, VpcId = office.Vpc };
        Assert.Equal("InvalidParameterValue", office.Cloud.Refused(new AttachVpnGateway(), attach));
        office.Cloud.Advance(TimeSpan.FromMinutes(10));
        office.Cloud.Run(new DeleteVpnGateway(), delete);
    }

    [Fact]
    public void A_customer_gateway_that_is_not_available_yet_cannot_be_used()
    {
        var cloud = Cloud.Slow();
        var ask = Office.Request(Office.VpnGateway(cloud), Office.CustomerGateway(cloud));
        Assert.Equal("InvalidCustomerGatewayState", cloud.Refused(new CreateVpnConnection(), ask));
        cloud.Advance(TimeSpan.FromMinutes(1));
        cloud.Run(new CreateVpnConnection(), ask);
    }

    [Fact]
    public void Quotas_bound_the_connections_of_a_region_and_of_a_gateway()
    {
        var cloud = Cloud.New("eu-west-1", ("L-B91E5754", 1), ("L-3E6EC3A3", 2));
        var (one, other) = (Office.VpnGateway(cloud), Office.VpnGateway(cloud));
        var customers = Enumerable.Range(1, 3).Select(n => Office.CustomerGateway(cloud, $"198.51.100.{n}")).ToList();
        Office.Connect(cloud, one, customers[0]);
        Assert.Equal("VpnConnectionLimitExceeded", cloud.Refused(
            new CreateVpnConnection(), Office.Request(one, customers[1])));
        Office.Connect(cloud, other, customers[1]);
        Assert.Equal("VpnConnectionLimitExceeded", cloud.Refused(
            new CreateVpnConnection(), Office.Request(Office.VpnGateway(cloud), customers[2])));
    }

    [Fact]
    public void Filters_find_it_by_its_ends_and_its_routes()
    {
        var office = Office.New(Cloud.New(), staticRoutes: true);
        office.Route("192.168.0.0/16");
        int Found(string name, string value) => office.Cloud.Run(new DescribeVpnConnections(), new()
        {
            Filters = [new() { Name = name, Values = [value] }],
        }).VpnConnections!.Count;
        Assert.Equal(1, Found("customer-gateway-id", office.Customer));
        Assert.Equal(1, Found("vpn-gateway-id", office.Gateway));
        Assert.Equal(1, Found("route.destination-cidr-block", "192.168.0.0/16"));
        Assert.Equal(1, Found("option.static-routes-only", "true"));
        Assert.Equal(1, Found("bgp-asn", "65001"));
        Assert.Equal(0, Found("state", "pending"));
    }
}
