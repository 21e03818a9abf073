using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.EgressOnlyInternetGateways;
using Orrery.Services.Ec2.Operations.InternetGateways;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.VpnGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class GatewayTests
{
    [Fact]
    public void An_attached_internet_gateway_is_available_to_its_vpc_and_cannot_be_deleted()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var found = cloud.Run(new DescribeInternetGateways(), new DescribeInternetGatewaysRequest
        {
            Filters = [new() { Name = "attachment.vpc-id", Values = [vpc] }],
        });
        var attachment = Assert.Single(Assert.Single(found.InternetGateways!).Attachments!);
        Assert.Equal((vpc, AttachmentStatus.Available), (attachment.VpcId, attachment.State));
        var delete = new DeleteInternetGatewayRequest { InternetGatewayId = gateway };
        Assert.Equal("DependencyViolation", cloud.Refused(new DeleteInternetGateway(), delete));

        cloud.Detach(gateway, vpc);
        cloud.Run(new DeleteInternetGateway(), delete);
        Assert.Equal("InvalidInternetGatewayID.NotFound", cloud.Refused(new DeleteInternetGateway(), delete));
    }

    [Fact]
    public void A_mapped_public_address_keeps_the_internet_gateway_from_being_detached()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var eni = cloud.Run(
            new CreateNetworkInterface(), new CreateNetworkInterfaceRequest { SubnetId = cloud.Subnet(vpc) })
            .NetworkInterface!.NetworkInterfaceId!;
        var association = cloud.Run(new AssociateAddress(), new AssociateAddressRequest
        {
            AllocationId = cloud.ElasticIp(), NetworkInterfaceId = eni,
        }).AssociationId!;
        var detach = new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc };
        Assert.Equal("DependencyViolation", cloud.Refused(new DetachInternetGateway(), detach));

        cloud.Run(new DisassociateAddress(), new DisassociateAddressRequest { AssociationId = association });
        cloud.Run(new DetachInternetGateway(), detach);
        Assert.Equal("Gateway.NotAttached", cloud.Refused(new DetachInternetGateway(), detach));
    }

    [Fact]
    public void A_region_has_as_many_internet_gateways_as_vpcs()
    {
        var cloud = Cloud.New();
        for (var i = 0; i < 4; i++)
        {
            cloud.InternetGateway();
        }

        Assert.Equal("InternetGatewayLimitExceeded", cloud.Refused(
            new CreateInternetGateway(), new CreateInternetGatewayRequest()));
    }

    [Fact]
    public void A_vpc_has_one_egress_only_gateway()
    {
        var cloud = Cloud.New();
        var create = new CreateEgressOnlyInternetGatewayRequest { VpcId = cloud.Vpc(ipv6: true) };
        var id = cloud.Run(new CreateEgressOnlyInternetGateway(), create)
            .EgressOnlyInternetGateway!.EgressOnlyInternetGatewayId!;
        Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateEgressOnlyInternetGateway(), create));

        var delete = new DeleteEgressOnlyInternetGatewayRequest { EgressOnlyInternetGatewayId = id };
        Assert.True(cloud.Run(new DeleteEgressOnlyInternetGateway(), delete).ReturnCode);
        Assert.Equal("InvalidGatewayID.NotFound", cloud.Refused(new DeleteEgressOnlyInternetGateway(), delete));
        Assert.Empty(cloud.Run(
            new DescribeEgressOnlyInternetGateways(),
            new DescribeEgressOnlyInternetGatewaysRequest { EgressOnlyInternetGatewayIds = [id] })
            .EgressOnlyInternetGateways!);
        cloud.Run(new CreateEgressOnlyInternetGateway(), create);
    }

    [Fact]
    public void A_virtual_private_gateway_is_deleted_when_it_is_detached_and_seen_for_an_hour_more()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var id = Vpn(cloud);
        cloud.Run(new AttachVpnGateway(), new AttachVpnGatewayRequest { VpnGatewayId = id, VpcId = vpc });
        var delete = new DeleteVpnGatewayRequest { VpnGatewayId = id };
        Assert.Equal("IncorrectState", cloud.Refused(new DeleteVpnGateway(), delete));

        var detach = new DetachVpnGatewayRequest { VpnGatewayId = id, VpcId = vpc };
        cloud.Run(new DetachVpnGateway(), detach);
        Assert.Equal("InvalidVpnGatewayAttachment.NotFound", cloud.Refused(new DetachVpnGateway(), detach));
        cloud.Run(new DeleteVpnGateway(), delete);
        var describe = new DescribeVpnGatewaysRequest { VpnGatewayIds = [id] };
        Assert.Equal(VpnState.Deleted, cloud.Run(new DescribeVpnGateways(), describe).VpnGateways![0].State);

        cloud.Advance(TimeSpan.FromHours(2));
        Assert.Equal("InvalidVpnGatewayID.NotFound", cloud.Refused(new DescribeVpnGateways(), describe));
    }

    [Fact]
    public void A_vpc_and_a_virtual_private_gateway_have_one_another_only()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var attach = new AttachVpnGatewayRequest { VpnGatewayId = Vpn(cloud), VpcId = vpc };
        cloud.Run(new AttachVpnGateway(), attach);
        Assert.Equal(AttachmentStatus.Attached, cloud.Run(new AttachVpnGateway(), attach).VpcAttachment!.State);
        Assert.Equal("InvalidVpcState", cloud.Refused(
            new AttachVpnGateway(), attach with { VpnGatewayId = Vpn(cloud) }));
        Assert.Equal("VpnGatewayAttachmentLimitExceeded", cloud.Refused(
            new AttachVpnGateway(), attach with { VpcId = cloud.Vpc("10.1.0.0/16") }));
    }

    [Fact]
    public void An_asn_outside_the_private_ranges_is_refused()
    {
        var cloud = Cloud.New();
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new CreateVpnGateway(), new CreateVpnGatewayRequest { Type = GatewayType.Ipsec1, AmazonSideAsn = 7224 }));
    }

    private static string Vpn(Cloud cloud) =>
        cloud.Run(new CreateVpnGateway(), new CreateVpnGatewayRequest { Type = GatewayType.Ipsec1 })
        .VpnGateway!.VpnGatewayId!;
}
