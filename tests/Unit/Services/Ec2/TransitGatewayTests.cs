using Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitGatewayTests
{
    [Fact]
    public void It_is_pending_first_and_nothing_attaches_before_it_is_available()
    {
        var cloud = Cloud.Slow();
        var gateway = cloud.Gateway();
        Assert.Equal(TransitGatewayState.Pending, cloud.TransitGateway(gateway).State);
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        Assert.Equal("IncorrectState", Cloud.Refusal(() => cloud.AttachTo(gateway, vpc, subnet)));
        Assert.Equal("IncorrectState", cloud.Refused(
            new ModifyTransitGateway(), new() { TransitGatewayId = gateway, Description = "x" }));
        cloud.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(TransitGatewayState.Available, cloud.TransitGateway(gateway).State);
        cloud.AttachTo(gateway, vpc, subnet);
    }

    [Fact]
    public void Its_options_have_AWSs_defaults_and_a_default_table_comes_with_it()
    {
        var cloud = Cloud.New();
        var options = cloud.TransitGateway(cloud.Gateway()).Options!;
        Assert.Equal(64512, options.AmazonSideAsn);
        Assert.Equal(AutoAcceptSharedAttachmentsValue.Disable, options.AutoAcceptSharedAttachments);
        Assert.Equal(VpnEcmpSupportValue.Enable, options.VpnEcmpSupport);
        Assert.Equal(DnsSupportValue.Enable, options.DnsSupport);
        Assert.Equal(SecurityGroupReferencingSupportValue.Disable, options.SecurityGroupReferencingSupport);
        Assert.Equal(options.AssociationDefaultRouteTableId, options.PropagationDefaultRouteTableId);
        var table = Assert.Single(cloud.Run(new DescribeTransitGatewayRouteTables(), new()
        {
            Filters = [new() { Name = "default-association-route-table", Values = ["true"] }],
        }).TransitGatewayRouteTables!);
        Assert.Equal(options.AssociationDefaultRouteTableId, table.TransitGatewayRouteTableId);
        Assert.True(table.DefaultPropagationRouteTable);
    }

    [Fact]
    public void With_both_automatisms_off_there_is_no_default_table_until_one_is_turned_on()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway(new()
        {
            DefaultRouteTableAssociation = DefaultRouteTableAssociationValue.Disable,
            DefaultRouteTablePropagation = DefaultRouteTablePropagationValue.Disable,
        });
        Assert.Empty(cloud.Run(new DescribeTransitGatewayRouteTables(), new()).TransitGatewayRouteTables!);
        var modify = new ModifyTransitGatewayRequest
        {
            TransitGatewayId = gateway,
            Options = new() { DefaultRouteTablePropagation = DefaultRouteTablePropagationValue.Enable },
        };
        cloud.Run(new ModifyTransitGateway(), modify);
        var options = cloud.TransitGateway(gateway).Options!;
        Assert.NotNull(options.PropagationDefaultRouteTableId);
        Assert.Null(options.AssociationDefaultRouteTableId);
    }

    [Fact]
    public void It_is_modifying_for_a_while_and_takes_named_default_tables()
    {
        var cloud = Cloud.Slow();
        var gateway = cloud.Gateway();
        cloud.Advance(TimeSpan.FromMinutes(3));
        var table = cloud.Run(new CreateTransitGatewayRouteTable(), new() { TransitGatewayId = gateway })
            .TransitGatewayRouteTable!.TransitGatewayRouteTableId!;
        cloud.Advance(TimeSpan.FromMinutes(1));
        var modify = new ModifyTransitGatewayRequest
        {
            TransitGatewayId = gateway,
            Description = "hub",
            Options = new()
            {
                AmazonSideAsn = 64600,
                AssociationDefaultRouteTableId = table,
                AddTransitGatewayCidrBlocks = ["10.99.0.0/24"],
            },
        };
        cloud.Run(new ModifyTransitGateway(), modify);
        Assert.Equal(TransitGatewayState.Modifying, cloud.TransitGateway(gateway).State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        var modified = cloud.TransitGateway(gateway);
        Assert.Equal((TransitGatewayState.Available, "hub"), (modified.State, modified.Description));
        Assert.Equal(64600, modified.Options!.AmazonSideAsn);
        Assert.Equal(table, modified.Options.AssociationDefaultRouteTableId);
        Assert.Equal(["10.99.0.0/24"], modified.Options.TransitGatewayCidrBlocks!);
    }

    [Fact]
    public void What_is_out_of_range_or_not_served_is_refused()
    {
        var cloud = Cloud.New();
        var create = new CreateTransitGateway();
        Assert.Equal("UnsupportedOperation", cloud.Refused(
            create, new() { Options = new() { MulticastSupport = MulticastSupportValue.Enable } }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            create, new() { Options = new() { AmazonSideAsn = 7224 } }));
        foreach (var block in new[] { "10.0.0.0/25", "169.254.8.0/24", "nonsense" })
            Assert.Equal("InvalidParameterValue", cloud.Refused(
                create, new() { Options = new() { TransitGatewayCidrBlocks = [block] } }));
        Assert.Equal("InvalidTransitGatewayID.Malformed", cloud.Refused(
            new DeleteTransitGateway(), new() { TransitGatewayId = "tgw-x" }));
        Assert.Equal("InvalidTransitGatewayID.NotFound", cloud.Refused(
            new DeleteTransitGateway(), new() { TransitGatewayId = "tgw-0123456789abcdef0" }));
    }

    [Fact]
    public void It_cannot_go_while_something_is_attached_and_is_seen_for_an_hour_after()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var attachment = cloud.Spoke(gateway);
        var delete = new DeleteTransitGatewayRequest { TransitGatewayId = gateway };
        var refusal = Assert.Throws<Orrery.Core.ServiceException>(() => cloud.Run(new DeleteTransitGateway(), delete));
        Assert.Equal("IncorrectState", refusal.Code);
        Assert.Equal(
            $"{gateway} has non-deleted Transit Gateway Attachments: {attachment}.", refusal.Message);

        cloud.DetachFrom(attachment);
        cloud.Run(new DeleteTransitGateway(), delete);
        Assert.Equal(TransitGatewayState.Deleted, cloud.TransitGateway(gateway).State);
        Assert.Empty(cloud.Run(new DescribeTransitGatewayRouteTables(), new()).TransitGatewayRouteTables!);
        Assert.Equal("InvalidTransitGatewayID.NotFound", cloud.Refused(new DeleteTransitGateway(), delete));
        cloud.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(cloud.Run(new DescribeTransitGateways(), new()).TransitGateways!);
    }

    [Fact]
    public void A_region_has_a_quota_of_them_and_a_gateway_one_of_tables()
    {
        var cloud = Cloud.New(quotas: [("L-A2478D36", 1), ("L-43872EB7", 1)]);
        var gateway = cloud.Gateway();
        Assert.Equal("TransitGatewayLimitExceeded", cloud.Refused(new CreateTransitGateway(), new()));
        Assert.Equal("TransitGatewayRouteTableLimitExceeded", cloud.Refused(
            new CreateTransitGatewayRouteTable(), new() { TransitGatewayId = gateway }));
        cloud.Run(new DeleteTransitGateway(), new() { TransitGatewayId = gateway });
        cloud.Gateway();
    }
}
