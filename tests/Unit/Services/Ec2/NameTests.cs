using Orrery.Contracts.Names;
using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.DhcpOptions;
using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class NameTests
{
    private readonly Cloud _cloud = Cloud.Sharing();

    [Fact]
    public void A_public_name_is_private_within_its_vpc_and_public_elsewhere_and_needs_hostnames()
    {
        var (site, name, ip, inner) = Named();
        var other = Site.New(_cloud, "10.9.0.0/24");
        Assert.Equal((inner, "PUBLIC_NAME_PRIVATE_ADDRESS"), Of(Resolve(name, site.Interface)));
        Assert.Equal((ip, "PUBLIC_NAME"), Of(Resolve(name, "internet")));
        var far = Resolve(name + ".", other.Subnet);
        Assert.Equal((ip, "PUBLIC_NAME"), Of(far));
        Assert.Equal("DNS_NOT_JOINED", Assert.Single(far.Decision.Root.Because).Code);
        _cloud.Run(new ModifyVpcAttribute(), new() { VpcId = site.Vpc, EnableDnsHostnames = new() { Value = false } });
        Assert.Equal((null, "DNS_HOSTNAMES_DISABLED"), Of(Resolve(name, "internet")));
        Assert.Equal((null, "NAME_UNKNOWN"), Of(Resolve("ec2-192-0-2-1.eu-west-1.compute.amazonaws.com", site.Vpc)));
        Assert.Equal("InvalidVpcID.NotFound", Cloud.Refusal(() => Resolve(name, "vpc-0123456789abcdef0")));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Resolve(name, "somebody")));
    }

    // Source: Amazon VPC Peering Guide, "Enable DNS resolution for a VPC peering connection".
    [Fact]
    public void Over_a_peering_it_is_private_where_the_side_of_the_name_allows_it()
    {
        var (site, name, ip, inner) = Named();
        var other = Site.New(_cloud, "10.9.0.0/24");
        _cloud.WithHostnames(other.Vpc);
        var peering = other.Peer(site);
        Assert.Equal("PEERING_DNS_DISABLED", Assert.Single(Resolve(name, other.Vpc).Decision.Root.Because).Code);
        Assert.Equal(ip, Resolve(name, other.Vpc).Addresses[0]);
        _cloud.Run(new ModifyVpcPeeringConnectionOptions(), new()
        {
            VpcPeeringConnectionId = peering,
            AccepterPeeringConnectionOptions = new() { AllowDnsResolutionFromRemoteVpc = true },
        });
        Assert.Equal(inner, Resolve(name, other.Vpc).Addresses[0]);
        Assert.Equal("PEERING_DNS", Assert.Single(Resolve(name, other.Vpc).Decision.Root.Because).Code);
        _cloud.Run(new DeleteVpcPeeringConnection(), new() { VpcPeeringConnectionId = peering });
        Assert.Equal(ip, Resolve(name, other.Vpc).Addresses[0]);
    }

    // Source: Transit Gateway guide, DNS support of gateways and of VPC attachments: all three must have it.
    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void Over_a_transit_gateway_it_is_private_where_gateway_and_both_attachments_support_dns(
        bool gateway, bool asking, bool named, bool isPrivate)
    {
        var (site, name, ip, inner) = Named();
        var other = Site.New(_cloud, "10.9.0.0/24");
        _cloud.WithHostnames(other.Vpc);
        var id = _cloud.Gateway();
        var one = _cloud.AttachTo(id, other.Vpc, other.Subnet);
        var two = _cloud.AttachTo(id, site.Vpc, site.Subnet);
        _cloud.Run(new ModifyTransitGateway(), new()
        {
            TransitGatewayId = id, Options = new() { DnsSupport = Value(gateway) },
        });
        Modify(_cloud, one, asking);
        Modify(_cloud, two, named);
        var answer = Resolve(name, other.Interface);
        Assert.Equal(isPrivate ? inner : ip, answer.Addresses[0]);
        Assert.Equal(
            isPrivate ? "TRANSIT_GATEWAY_DNS" : "TRANSIT_GATEWAY_DNS_DISABLED",
            Assert.Single(answer.Decision.Root.Because).Code);
        _cloud.DetachFrom(two);
        Assert.Equal(ip, Resolve(name, other.Interface).Addresses[0]);
    }

    [Fact]
    public void Over_a_shared_gateway_names_of_another_account_are_private_too()
    {
        var (site, name, ip, inner) = Named();
        var there = _cloud.In("eu-west-1", Share.Neighbour);
        var other = Site.New(there, "10.9.0.0/24");
        there.WithHostnames(other.Vpc);
        var id = _cloud.Gateway();
        _cloud.With(_cloud.TransitGateway(id).TransitGatewayArn!);
        _cloud.AttachTo(id, site.Vpc, site.Subnet);
        var attachment = there.AttachTo(id, other.Vpc, other.Subnet);
        Assert.Equal(ip, Resolve(name, other.Interface).Addresses[0]);
        _cloud.AcceptVpc(attachment);
        Assert.Equal(inner, Resolve(name, other.Interface).Addresses[0]);
    }

    [Fact]
    public void Private_names_are_answered_in_their_own_vpc()
    {
        var (site, _, _, inner) = Named();
        var other = Site.New(_cloud, "10.9.0.0/24");
        var name = $"ip-{inner.Replace('.', '-')}.eu-west-1.compute.internal";
        Assert.Equal((inner, "PRIVATE_NAME"), Of(Resolve(name, site.Subnet)));
        Assert.Equal((null, "PRIVATE_NAME_UNKNOWN"), Of(Resolve(name, other.Subnet)));
        Assert.Equal((null, "NAME_UNKNOWN"), Of(Resolve(name, "internet")));
        var instance = _cloud.Launch(Fleet.One(site.Subnet) with
        {
            PrivateDnsNameOptions = new()
            {
                HostnameType = HostnameType.ResourceName, EnableResourceNameDnsARecord = true,
            },
        });
        var address = _cloud.Instance(instance.InstanceId!).PrivateIpAddress;
        Assert.Equal(
            (address, "PRIVATE_NAME"),
            Of(Resolve($"{instance.InstanceId}.eu-west-1.compute.internal", instance.InstanceId!)));
    }

    [Fact]
    public void A_vpc_without_a_resolver_or_with_others_answers_nothing()
    {
        var (site, name, _, _) = Named();
        var options = _cloud.Run(new CreateDhcpOptions(), new()
        {
            DhcpConfigurations = [new() { Key = "domain-name-servers", Values = ["10.0.0.53"] }],
        }).DhcpOptions!.DhcpOptionsId;
        var other = Site.New(_cloud, "10.9.0.0/24");
        _cloud.Run(new AssociateDhcpOptions(), new() { VpcId = other.Vpc, DhcpOptionsId = options });
        Assert.Equal((null, "DNS_SERVERS_OWN"), Of(Resolve(name, other.Vpc)));
        _cloud.Run(new ModifyVpcAttribute(), new() { VpcId = site.Vpc, EnableDnsHostnames = new() { Value = false } });
        _cloud.Run(new ModifyVpcAttribute(), new() { VpcId = site.Vpc, EnableDnsSupport = new() { Value = false } });
        var answer = Resolve(name, site.Vpc);
        Assert.Equal((null, "DNS_SUPPORT_DISABLED"), Of(answer));
        Assert.Equal("ec2:ModifyVpcAttribute", Assert.Single(answer.Decision.Remedies).Changes[0].Action);
    }

    [Fact]
    public void Names_of_endpoints_lead_to_their_interfaces_and_private_ones_within_the_vpc_only()
    {
        var (site, _, _, _) = Named();
        var other = Site.New(_cloud, "10.9.0.0/24");
        var made = _cloud.InterfaceEndpoint(site.Vpc, "com.amazonaws.eu-west-1.sqs", true, site.Subnet);
        var face = _cloud.Interfaces(site.Vpc).Single(i => i.NetworkInterfaceId == made.NetworkInterfaceIds![0]);
        var names = _cloud.Endpoint(made.VpcEndpointId!).DnsEntries!.Select(e => e.DnsName!).ToList();
        Assert.Equal((face.PrivateIpAddress, "ENDPOINT_NAME"), Of(Resolve(names[0], other.Vpc)));
        Assert.Equal((face.PrivateIpAddress, "ENDPOINT_NAME"), Of(Resolve(names[1], "internet")));
        Assert.Equal((face.PrivateIpAddress, "ENDPOINT_PRIVATE_DNS"), Of(Resolve(names[^1], site.Interface)));
        Assert.Equal((null, "NAME_UNKNOWN"), Of(Resolve(names[^1], other.Vpc)));
        _cloud.DeleteEndpoint(made.VpcEndpointId!);
        Assert.Equal((null, "NAME_UNKNOWN"), Of(Resolve(names[^1], site.Interface)));
    }

    private static (string? Address, string Code) Of(NameAnswer answer) =>
        (answer.Addresses.Count == 0 ? null : answer.Addresses[0], answer.Decision.Root.Code);

    private static DnsSupportValue Value(bool enabled) => enabled ? DnsSupportValue.Enable : DnsSupportValue.Disable;

    private static void Modify(Cloud cloud, string attachment, bool dns) => cloud.Run(
        new ModifyTransitGatewayVpcAttachment(), new()
        {
            TransitGatewayAttachmentId = attachment, Options = new() { DnsSupport = Value(dns) },
        });

    private NameAnswer Resolve(string name, string from) =>
        _cloud.Ask(call => call.Port<INameResolver>().Resolve(call, name, from));

    // A site whose interface has a public address and a name for it.
    private (Site Site, string Name, string PublicIp, string PrivateIp) Named()
    {
        var site = Site.New(_cloud, "10.1.0.0/24");
        _cloud.WithHostnames(site.Vpc);
        _cloud.InternetGateway(site.Vpc);
        _cloud.Run(new AssociateAddress(), new()
        {
            AllocationId = _cloud.ElasticIp(), NetworkInterfaceId = site.Interface,
        });
        var face = _cloud.Interfaces(site.Vpc).Single();
        var association = face.Association!;
        return (site, association.PublicDnsName!, association.PublicIp!, face.PrivateIpAddress!);
    }
}
