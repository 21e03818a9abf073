using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ec2.Operations.TransitGatewayPeering;
using Orrery.Services.Ec2.Operations.TransitGateways;
using Orrery.Wire.Generated.Ec2;
using State = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitPeeringTests
{
    [Fact]
    public void Across_regions_and_accounts_it_has_one_id_and_moves_on_both_sides()
    {
        var here = Cloud.Slow();
        var there = here.In("us-east-1", "999999999999");
        var (one, other) = (here.Gateway(), there.Gateway());
        here.Advance(TimeSpan.FromMinutes(3));
        var id = here.AskFor(one, other, "us-east-1", "999999999999").TransitGatewayAttachmentId!;
        Assert.Equal(State.InitiatingRequest, Peering(here, id).State);
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound", Cloud.Refusal(() => Peering(there, id)));
        here.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((State.PendingAcceptance, State.PendingAcceptance), States(here, there, id));
        Assert.Equal(other, there.Attachment(id).TransitGatewayId);
        Assert.Equal(one, there.Attachment(id).ResourceId);

        var accept = new AcceptTransitGatewayPeeringAttachmentRequest { TransitGatewayAttachmentId = id };
        Assert.Equal("InvalidParameterValue", here.Refused(new AcceptTransitGatewayPeeringAttachment(), accept));
        there.Run(new AcceptTransitGatewayPeeringAttachment(), accept);
        Assert.Equal((State.Pending, State.Pending), States(here, there, id));
        Assert.Equal("IncorrectState", there.Refused(new AcceptTransitGatewayPeeringAttachment(), accept));
        here.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((State.Available, State.Available), States(here, there, id));
        Assert.Equal(
            here.TransitGateway(one).Options!.AssociationDefaultRouteTableId,
            here.Attachment(id).Association!.TransitGatewayRouteTableId);
        Assert.Equal(
            there.TransitGateway(other).Options!.AssociationDefaultRouteTableId,
            there.Attachment(id).Association!.TransitGatewayRouteTableId);

        here.Run(new DeleteTransitGatewayPeeringAttachment(), new() { TransitGatewayAttachmentId = id });
        Assert.Equal((State.Deleting, State.Deleting), States(here, there, id));
        here.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((State.Deleted, State.Deleted), States(here, there, id));
        here.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound", Cloud.Refusal(() => Peering(here, id)));
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound", Cloud.Refusal(() => Peering(there, id)));
    }

    [Fact]
    public void Within_a_region_each_gateway_has_an_attachment_of_its_own_and_the_request_waits_too()
    {
        var cloud = Cloud.New();
        var (one, other) = (cloud.Gateway(), cloud.Gateway());
        cloud.AskFor(one, other);
        var peering = Assert.Single(cloud.Run(
            new DescribeTransitGatewayPeeringAttachments(), new()).TransitGatewayPeeringAttachments!);
        var (id, twin) = (peering.TransitGatewayAttachmentId!, peering.AccepterTransitGatewayAttachmentId!);
        Assert.Equal(State.PendingAcceptance, peering.State);
        Assert.Equal((one, other), (cloud.Attachment(id).TransitGatewayId, cloud.Attachment(twin).TransitGatewayId));
        cloud.Run(new AcceptTransitGatewayPeeringAttachment(), new() { TransitGatewayAttachmentId = twin });
        Assert.Equal((State.Available, State.Available), (cloud.Attachment(id).State, cloud.Attachment(twin).State));
        Assert.Equal("DuplicateTransitGatewayAttachment", Cloud.Refusal(() => cloud.AskFor(one, other)));
        Assert.Equal("DuplicateTransitGatewayAttachment", Cloud.Refusal(() => cloud.AskFor(other, one)));

        Assert.Equal("IncorrectState", cloud.Refused(
            new DeleteTransitGateway(), new() { TransitGatewayId = other }));
        cloud.Run(new DeleteTransitGatewayPeeringAttachment(), new() { TransitGatewayAttachmentId = id });
        cloud.Run(new DeleteTransitGateway(), new() { TransitGatewayId = other });
    }

    [Fact]
    public void A_gateway_that_is_not_there_lets_the_request_fail()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var id = cloud.AskFor(gateway, "tgw-0123456789abcdef0", "us-east-1").TransitGatewayAttachmentId!;
        var failed = Peering(cloud, id);
        Assert.Equal((State.Failed, "failed"), (failed.State, failed.Status!.Code));
        Assert.Contains("tgw-0123456789abcdef0", failed.Status.Message, StringComparison.Ordinal);
        Assert.Equal("InvalidTransitGatewayID.NotFound", Cloud.Refusal(
            () => cloud.AskFor(gateway, "tgw-0123456789abcdef0")));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => cloud.AskFor(gateway, gateway)));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(
            () => cloud.AskFor(gateway, "tgw-0123456789abcdef0", "mars-north-1")));
        cloud.Run(new DeleteTransitGateway(), new() { TransitGatewayId = gateway });
    }

    [Fact]
    public void A_rejected_request_can_be_made_again_and_one_that_waits_can_be_taken_back()
    {
        var here = Cloud.New();
        var there = here.In("us-east-1");
        var (one, other) = (here.Gateway(), there.Gateway());
        var id = here.AskFor(one, other, "us-east-1").TransitGatewayAttachmentId!;
        there.Run(new RejectTransitGatewayPeeringAttachment(), new() { TransitGatewayAttachmentId = id });
        Assert.Equal((State.Rejected, State.Rejected), States(here, there, id));
        id = here.AskFor(one, other, "us-east-1").TransitGatewayAttachmentId!;
        var delete = new DeleteTransitGatewayPeeringAttachmentRequest { TransitGatewayAttachmentId = id };
        Assert.Equal("IncorrectState", there.Refused(new DeleteTransitGatewayPeeringAttachment(), delete));
        here.Run(new DeleteTransitGatewayPeeringAttachment(), delete);
        Assert.Equal((State.Deleted, State.Deleted), States(here, there, id));
    }

    [Fact]
    public void Dynamic_routing_is_refused_and_requests_have_a_quota()
    {
        var here = Cloud.New(quotas: ("L-62499967", 1));
        var there = here.In("us-east-1");
        var gateway = here.Gateway();
        var first = there.Gateway();
        here.AskFor(gateway, first, "us-east-1");
        var second = there.Gateway();
        Assert.Equal("TransitGatewayPeeringAttachmentLimitExceeded", Cloud.Refusal(
            () => here.AskFor(gateway, second, "us-east-1")));
        Assert.Equal("UnsupportedOperation", here.Refused(new CreateTransitGatewayPeeringAttachment(), new()
        {
            TransitGatewayId = gateway,
            PeerTransitGatewayId = second,
            PeerRegion = "us-east-1",
            PeerAccountId = "123456789012",
            Options = new() { DynamicRouting = DynamicRoutingValue.Enable },
        }));
        var described = here.Run(new DescribeTransitGatewayAttachments(), new()
        {
            Filters = [new() { Name = "resource-type", Values = ["peering"] }],
        });
        Assert.Single(described.TransitGatewayAttachments!);
    }

    private static (State?, State?) States(Cloud here, Cloud there, string id) =>
        (Peering(here, id).State, Peering(there, id).State);

    private static TransitGatewayPeeringAttachment Peering(Cloud cloud, string id) =>
        cloud.Run(new DescribeTransitGatewayPeeringAttachments(), new() { TransitGatewayAttachmentIds = [id] })
            .TransitGatewayPeeringAttachments![0];
}
