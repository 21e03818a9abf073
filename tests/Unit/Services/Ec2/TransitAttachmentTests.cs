using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitAttachmentTests
{
    [Fact]
    public void It_has_an_interface_in_each_subnet_which_keeps_the_subnet_until_it_is_deleted()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var id = cloud.AttachTo(gateway, vpc, subnet);
        var face = Assert.Single(cloud.Run(new DescribeNetworkInterfaces(), new()).NetworkInterfaces!);
        Assert.Equal(
            (NetworkInterfaceType.TransitGateway, subnet, true),
            (face.InterfaceType, face.SubnetId, face.RequesterManaged));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new DeleteNetworkInterface(), new() { NetworkInterfaceId = face.NetworkInterfaceId }));
        Assert.Equal("DependencyViolation", cloud.Refused(new DeleteSubnet(), new() { SubnetId = subnet }));

        cloud.DetachFrom(id);
        Assert.Equal(TransitGatewayAttachmentState.Deleted, cloud.Attachment(id).State);
        cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet });
        cloud.Run(new DeleteVpc(), new() { VpcId = vpc });
        cloud.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound", Cloud.Refusal(() => cloud.Attachment(id)));
    }

    [Fact]
    public void It_is_pending_then_available_then_associated_with_the_default_table()
    {
        var cloud = Cloud.Slow();
        var gateway = cloud.Gateway();
        cloud.Advance(TimeSpan.FromMinutes(3));
        var table = cloud.TransitGateway(gateway).Options!.AssociationDefaultRouteTableId;
        var id = cloud.Spoke(gateway);
        Assert.Equal(TransitGatewayAttachmentState.Pending, cloud.Attachment(id).State);
        Assert.Null(cloud.Attachment(id).Association);
        var delete = new DeleteTransitGatewayVpcAttachmentRequest { TransitGatewayAttachmentId = id };
        Assert.Equal("IncorrectState", cloud.Refused(new DeleteTransitGatewayVpcAttachment(), delete));
        cloud.Advance(TimeSpan.FromMinutes(1));
        var available = cloud.Attachment(id);
        Assert.Equal(TransitGatewayAttachmentState.Available, available.State);
        Assert.Equal(TransitGatewayAssociationState.Associating, available.Association!.State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            (table, TransitGatewayAssociationState.Associated),
            (cloud.Attachment(id).Association!.TransitGatewayRouteTableId, cloud.Attachment(id).Association!.State));

        cloud.Run(new DeleteTransitGatewayVpcAttachment(), delete);
        Assert.Equal(TransitGatewayAttachmentState.Deleting, cloud.Attachment(id).State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TransitGatewayAttachmentState.Deleted, cloud.Attachment(id).State);
        Assert.Null(cloud.Attachment(id).Association);
    }

    [Fact]
    public void Two_subnets_of_one_zone_strangers_and_a_second_attachment_are_refused()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var vpc = cloud.Vpc();
        var one = cloud.Subnet(vpc);
        var two = cloud.Subnet(vpc, "10.0.2.0/24");
        Assert.Equal("DuplicateSubnetsInSameZone", Cloud.Refusal(() => cloud.AttachTo(gateway, vpc, one, two)));
        var other = cloud.Vpc("10.1.0.0/16");
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => cloud.AttachTo(gateway, other, one)));
        Assert.Equal("InvalidSubnetID.NotFound", Cloud.Refusal(
            () => cloud.AttachTo(gateway, vpc, "subnet-0123456789abcdef0")));
        var id = cloud.AttachTo(gateway, vpc, one);
        Assert.Equal("DuplicateTransitGatewayAttachment", Cloud.Refusal(() => cloud.AttachTo(gateway, vpc, one)));
        cloud.DetachFrom(id);
        cloud.AttachTo(gateway, vpc, one);
    }

    [Fact]
    public void Subnets_and_options_change_and_the_last_subnet_stays()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var vpc = cloud.Vpc();
        var first = cloud.Subnet(vpc);
        var second = cloud.Run(new CreateSubnet(), new()
        {
            VpcId = vpc, CidrBlock = "10.0.2.0/24", AvailabilityZone = "eu-west-1b",
        }).Subnet!.SubnetId!;
        var id = cloud.AttachTo(gateway, vpc, first);
        var modify = new ModifyTransitGatewayVpcAttachmentRequest { TransitGatewayAttachmentId = id };
        cloud.Run(new ModifyTransitGatewayVpcAttachment(), modify with
        {
            AddSubnetIds = [second],
            Options = new() { ApplianceModeSupport = ApplianceModeSupportValue.Enable },
        });
        var changed = Vpc(cloud, id);
        Assert.Equal([first, second], changed.SubnetIds!);
        Assert.Equal(ApplianceModeSupportValue.Enable, changed.Options!.ApplianceModeSupport);
        Assert.Equal(DnsSupportValue.Enable, changed.Options.DnsSupport);

        cloud.Run(new ModifyTransitGatewayVpcAttachment(), modify with { RemoveSubnetIds = [first] });
        cloud.Run(new DeleteSubnet(), new() { SubnetId = first });
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyTransitGatewayVpcAttachment(), modify with { RemoveSubnetIds = [second] }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyTransitGatewayVpcAttachment(),
            modify with { Options = new() { Ipv6Support = Ipv6SupportValue.Enable } }));
    }

    [Fact]
    public void Without_sharing_another_account_does_not_find_the_gateway_and_nothing_waits_for_an_answer()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var id = cloud.Spoke(gateway);
        var stranger = cloud.In("eu-west-1", "999999999999");
        Assert.Equal("InvalidTransitGatewayID.NotFound", Cloud.Refusal(() => stranger.Spoke(gateway)));
        Assert.Equal("IncorrectState", cloud.Refused(
            new AcceptTransitGatewayVpcAttachment(), new() { TransitGatewayAttachmentId = id }));
        Assert.Equal("IncorrectState", cloud.Refused(
            new RejectTransitGatewayVpcAttachment(), new() { TransitGatewayAttachmentId = id }));
    }

    [Fact]
    public void Quotas_hold_for_a_gateway_and_for_a_vpc()
    {
        var cloud = Cloud.New(quotas: [("L-E0233F82", 1), ("L-6DA43717", 1)]);
        var gateway = cloud.Gateway();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        cloud.AttachTo(gateway, vpc, subnet);
        Assert.Equal("TransitGatewayAttachmentLimitExceeded", Cloud.Refusal(
            () => cloud.Spoke(gateway, "10.1.0.0/16")));
        Assert.Equal("TransitGatewayAttachmentLimitExceeded", Cloud.Refusal(
            () => cloud.AttachTo(cloud.Gateway(), vpc, subnet)));
    }

    [Fact]
    public void Attachments_are_found_by_filters()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitGateway(gateway).Options!.AssociationDefaultRouteTableId!;
        var id = cloud.Spoke(gateway);
        var resource = cloud.Attachment(id).ResourceId!;
        foreach (var (name, value) in new[]
        {
            ("association.state", "associated"), ("association.transit-gateway-route-table-id", table),
            ("resource-id", resource), ("resource-owner-id", "123456789012"), ("resource-type", "vpc"),
            ("state", "available"), ("transit-gateway-id", gateway), ("transit-gateway-owner-id", "123456789012"),
        })
            Assert.Equal(id, Assert.Single(cloud.Run(new DescribeTransitGatewayAttachments(), new()
            {
                Filters = [new() { Name = name, Values = [value] }],
            }).TransitGatewayAttachments!).TransitGatewayAttachmentId);
        Assert.Empty(cloud.Run(new DescribeTransitGatewayAttachments(), new()
        {
            Filters = [new() { Name = "resource-type", Values = ["vpn"] }],
        }).TransitGatewayAttachments!);
    }

    private static TransitGatewayVpcAttachment Vpc(Cloud cloud, string id) =>
        cloud.Run(new DescribeTransitGatewayVpcAttachments(), new() { TransitGatewayAttachmentIds = [id] })
            .TransitGatewayVpcAttachments![0];
}
