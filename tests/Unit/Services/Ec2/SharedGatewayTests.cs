using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Services.Ram.Operations.ResourceShares;
using Orrery.Wire.Generated.Ec2;
using State = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class SharedGatewayTests
{
    private readonly Cloud _hub = Cloud.Sharing();
    private readonly Cloud _spoke;

    public SharedGatewayTests() => _spoke = _hub.In("eu-west-1", Share.Neighbour);

    [Fact]
    public void Packets_cross_accounts_once_the_owner_has_accepted_and_also_after_it_unshares()
    {
        var gateway = _hub.Gateway();
        var arn = _hub.TransitGateway(gateway).TransitGatewayArn!;
        var (ours, theirs) = (Site.New(_hub, "10.1.0.0/24"), Site.New(_spoke, "10.2.0.0/24"));
        _hub.AttachTo(gateway, ours.Vpc, ours.Subnet);
        ours.RouteTo(theirs.Cidr, gateway);
        Assert.Equal("InvalidTransitGatewayID.NotFound", Cloud.Refusal(
            () => _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet)));
        Assert.Empty(_spoke.Run(new DescribeTransitGateways(), new()).TransitGateways!);

        var share = _hub.With(arn);
        var seen = Assert.Single(_spoke.Run(new DescribeTransitGateways(), new()).TransitGateways!);
        Assert.Equal((gateway, arn, "123456789012"), (seen.TransitGatewayId, seen.TransitGatewayArn, seen.OwnerId));
        var id = _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet);
        Assert.Equal(State.PendingAcceptance, _spoke.StateOfAttachment(id));
        Assert.Equal("InvalidTransitGatewayID.NotFound", Cloud.Refusal(() =>
        {
            theirs.RouteTo(ours.Cidr, gateway);
            return null;
        }));
        Assert.NotEqual("Delivered", ours.Trace(theirs).Disposition);

        var request = _hub.Attachment(id);
        Assert.Equal(
            (State.PendingAcceptance, Share.Neighbour, "123456789012", theirs.Vpc),
            (request.State, request.ResourceOwnerId, request.TransitGatewayOwnerId, request.ResourceId));
        Assert.Equal("InvalidParameterValue", _spoke.Refused(
            new AcceptTransitGatewayVpcAttachment(), new() { TransitGatewayAttachmentId = id }));
        _hub.AcceptVpc(id);
        Assert.Equal((State.Available, State.Available), (_hub.StateOfAttachment(id), _spoke.StateOfAttachment(id)));
        Assert.NotNull(_hub.Attachment(id).Association);
        Assert.Null(_spoke.Attachment(id).Association);
        theirs.RouteTo(ours.Cidr, gateway);
        Assert.Equal(RouteState.Active, theirs.RouteTo(ours.Cidr));
        Assert.Equal("Delivered", ours.Trace(theirs).Disposition);
        Assert.Equal("Delivered", theirs.Trace(ours).Disposition);
        var table = _hub.TransitGateway(gateway).Options!.AssociationDefaultRouteTableId!;
        Assert.Contains(_hub.Search(table, ("type", "propagated")), r => r.DestinationCidrBlock == theirs.Cidr);

        _hub.Unshare(share, arn);
        Assert.Empty(_spoke.Run(new DescribeTransitGateways(), new()).TransitGateways!);
        Assert.Equal("Delivered", theirs.Trace(ours).Disposition);
        Assert.Equal(RouteState.Active, theirs.RouteTo(ours.Cidr));
        var another = Site.New(_spoke, "10.3.0.0/24");
        Assert.Equal("InvalidTransitGatewayID.NotFound", Cloud.Refusal(
            () => _spoke.AttachTo(gateway, another.Vpc, another.Subnet)));

        _hub.DetachFrom(id);
        Assert.Equal((State.Deleted, State.Deleted), (_hub.StateOfAttachment(id), _spoke.StateOfAttachment(id)));
        Assert.Single(_spoke.Interfaces(theirs.Vpc));
        Assert.Equal(RouteState.Blackhole, theirs.RouteTo(ours.Cidr));
        Assert.NotEqual("Delivered", theirs.Trace(ours).Disposition);
        _hub.Advance(TimeSpan.FromMinutes(61));
        foreach (var side in new[] { _hub, _spoke })
        {
            Assert.Equal(
                "InvalidTransitGatewayAttachmentID.NotFound", Cloud.Refusal(() => side.Attachment(id)));
        }
    }

    [Fact]
    public void A_gateway_that_accepts_by_itself_needs_no_answer()
    {
        var gateway = _hub.Gateway(new() { AutoAcceptSharedAttachments = AutoAcceptSharedAttachmentsValue.Enable });
        _hub.With(_hub.TransitGateway(gateway).TransitGatewayArn!);
        var theirs = Site.New(_spoke, "10.2.0.0/24");
        var id = _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet);
        Assert.Equal(State.Available, _hub.StateOfAttachment(id));
        Assert.Equal("IncorrectState", _hub.Refused(
            new AcceptTransitGatewayVpcAttachment(), new() { TransitGatewayAttachmentId = id }));
        Assert.Equal("IncorrectState", _hub.Refused(
            new DeleteTransitGateway(), new() { TransitGatewayId = gateway }));
        _spoke.DetachFrom(id);
        _hub.Run(new DeleteTransitGateway(), new() { TransitGatewayId = gateway });
        Assert.Empty(_spoke.Run(new DescribeTransitGateways(), new()
        {
            Filters = [new() { Name = "state", Values = ["available"] }],
        }).TransitGateways!);
    }

    [Fact]
    public void A_rejected_request_gives_its_addresses_back_and_can_be_made_anew()
    {
        var gateway = _hub.Gateway();
        _hub.With(_hub.TransitGateway(gateway).TransitGatewayArn!);
        var theirs = Site.New(_spoke, "10.2.0.0/24");
        var id = _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet);
        RejectTransitGatewayVpcAttachmentRequest answer = new() { TransitGatewayAttachmentId = id };
        Assert.Equal("InvalidParameterValue", _spoke.Refused(new RejectTransitGatewayVpcAttachment(), answer));
        _hub.Run(new RejectTransitGatewayVpcAttachment(), answer);
        Assert.Equal((State.Rejected, State.Rejected), (_hub.StateOfAttachment(id), _spoke.StateOfAttachment(id)));
        Assert.Single(_spoke.Interfaces(theirs.Vpc));
        Assert.Equal("IncorrectState", _hub.Refused(new RejectTransitGatewayVpcAttachment(), answer));
        _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet);
    }

    [Fact]
    public void The_subnets_are_changed_by_the_owner_of_the_vpc_and_the_tables_by_the_owner_of_the_gateway()
    {
        var gateway = _hub.Gateway(new() { AutoAcceptSharedAttachments = AutoAcceptSharedAttachmentsValue.Enable });
        _hub.With(_hub.TransitGateway(gateway).TransitGatewayArn!);
        var theirs = Site.New(_spoke, "10.2.0.0/24");
        var id = _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet);
        ModifyTransitGatewayVpcAttachmentRequest change = new()
        {
            TransitGatewayAttachmentId = id, Options = new() { DnsSupport = DnsSupportValue.Disable },
        };
        Assert.Equal("OperationNotPermitted", _hub.Refused(new ModifyTransitGatewayVpcAttachment(), change));
        _spoke.Run(new ModifyTransitGatewayVpcAttachment(), change);
        var both = new[] { _hub, _spoke }.Select(side => side.Run(
            new DescribeTransitGatewayVpcAttachments(), new() { TransitGatewayAttachmentIds = [id] })
            .TransitGatewayVpcAttachments![0]).ToList();
        Assert.All(both, a => Assert.Equal(
            (State.Available, DnsSupportValue.Disable, Share.Neighbour),
            (a.State, a.Options!.DnsSupport, a.VpcOwnerId)));

        Assert.Equal("InvalidTransitGatewayID.NotFound", _spoke.Refused(
            new CreateTransitGatewayRouteTable(), new() { TransitGatewayId = gateway }));
        var table = _hub.TransitTable(gateway);
        Assert.Equal("InvalidRouteTableID.NotFound", _spoke.Refused(
            new EnableTransitGatewayRouteTablePropagation(),
            new() { TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = id }));
        _hub.Run(new EnableTransitGatewayRouteTablePropagation(), new()
        {
            TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = id,
        });
        Assert.Contains(_hub.Search(table, ("type", "propagated")), r => r.DestinationCidrBlock == theirs.Cidr);
    }

    [Fact]
    public void States_take_their_time_on_both_sides()
    {
        var hub = Cloud.Sharing(Delays.Aws);
        var spoke = hub.In("eu-west-1", Share.Neighbour);
        var gateway = hub.Gateway();
        hub.Advance(TimeSpan.FromMinutes(3));
        var arn = hub.TransitGateway(gateway).TransitGatewayArn!;
        hub.With(arn);
        hub.Advance(TimeSpan.FromMinutes(1));
        var vpc = spoke.Vpc("10.2.0.0/16");
        var id = spoke.AttachTo(gateway, vpc, spoke.Subnet(vpc, "10.2.0.0/24"));
        hub.Advance(TimeSpan.FromDays(8));
        Assert.Equal(State.PendingAcceptance, spoke.StateOfAttachment(id));
        hub.AcceptVpc(id);
        Assert.Equal((State.Pending, State.Pending), (hub.StateOfAttachment(id), spoke.StateOfAttachment(id)));
        hub.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((State.Available, State.Available), (hub.StateOfAttachment(id), spoke.StateOfAttachment(id)));
        Assert.Equal(TransitGatewayAssociationState.Associated, hub.Attachment(id).Association!.State);
        spoke.DetachFrom(id);
        Assert.Equal((State.Deleting, State.Deleting), (hub.StateOfAttachment(id), spoke.StateOfAttachment(id)));
        hub.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((State.Deleted, State.Deleted), (hub.StateOfAttachment(id), spoke.StateOfAttachment(id)));
    }

    [Fact]
    public void A_deleted_share_shares_nothing()
    {
        var gateway = _hub.Gateway();
        var share = _hub.With(_hub.TransitGateway(gateway).TransitGatewayArn!);
        _hub.Run(new DeleteResourceShare(), new() { ResourceShareArn = share });
        Assert.Equal("InvalidTransitGatewayID.NotFound", _spoke.Refused(
            new DescribeTransitGateways(), new() { TransitGatewayIds = [gateway] }));
    }

    [Fact]
    public void Rules_name_groups_of_another_account_where_gateway_and_attachments_support_it()
    {
        var gateway = _hub.Gateway(new() { AutoAcceptSharedAttachments = AutoAcceptSharedAttachmentsValue.Enable });
        _hub.With(_hub.TransitGateway(gateway).TransitGatewayArn!);
        var (ours, theirs) = (Site.New(_hub, "10.1.0.0/24"), Site.New(_spoke, "10.2.0.0/24"));
        _hub.AttachTo(gateway, ours.Vpc, ours.Subnet);
        _spoke.AttachTo(gateway, theirs.Vpc, theirs.Subnet);
        ours.RouteTo(theirs.Cidr, gateway);
        theirs.RouteTo(ours.Cidr, gateway);
        var (source, target) = (GroupOf(theirs), GroupOf(ours));
        AuthorizeSecurityGroupIngressRequest rule = new()
        {
            GroupId = target,
            IpPermissions =
            [
                new()
                {
                    IpProtocol = "tcp",
                    FromPort = 22,
                    ToPort = 22,
                    UserIdGroupPairs = [new() { GroupId = source, UserId = Share.Neighbour }],
                },
            ],
        };
        Assert.Equal("InvalidGroup.NotFound", _hub.Refused(new AuthorizeSecurityGroupIngress(), rule));
        Refer(SecurityGroupReferencingSupportValue.Enable);
        _hub.Run(new AuthorizeSecurityGroupIngress(), rule);
        Assert.Equal("Delivered", theirs.Trace(ours, 22).Disposition);
        Refer(SecurityGroupReferencingSupportValue.Disable);
        Assert.NotEqual("Delivered", theirs.Trace(ours, 22).Disposition);

        void Refer(SecurityGroupReferencingSupportValue value) => _hub.Run(new ModifyTransitGateway(), new()
        {
            TransitGatewayId = gateway, Options = new() { SecurityGroupReferencingSupport = value },
        });
    }

    private static string GroupOf(Site site) => site.Cloud.Interfaces(site.Vpc)
        .Single(i => i.NetworkInterfaceId == site.Interface).Groups![0].GroupId!;
}
