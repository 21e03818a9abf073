using Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitAssociationTests
{
    [Fact]
    public void An_attachment_has_one_table_at_a_time()
    {
        var cloud = Cloud.Slow();
        var gateway = cloud.Gateway();
        cloud.Advance(TimeSpan.FromMinutes(3));
        var standard = cloud.TransitGateway(gateway).Options!.AssociationDefaultRouteTableId!;
        var table = cloud.TransitTable(gateway);
        var id = cloud.Spoke(gateway);
        cloud.Advance(TimeSpan.FromMinutes(2));
        var associate = new AssociateTransitGatewayRouteTableRequest
        {
            TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = id,
        };
        Assert.Equal("Resource.AlreadyAssociated", cloud.Refused(new AssociateTransitGatewayRouteTable(), associate));
        var leave = new DisassociateTransitGatewayRouteTableRequest
        {
            TransitGatewayRouteTableId = standard, TransitGatewayAttachmentId = id,
        };
        Assert.Equal("InvalidAssociation.NotFound", cloud.Refused(
            new DisassociateTransitGatewayRouteTable(), leave with { TransitGatewayRouteTableId = table }));
        Assert.Equal(
            TransitGatewayAssociationState.Disassociating,
            cloud.Run(new DisassociateTransitGatewayRouteTable(), leave).Association!.State);
        Assert.Equal("IncorrectState", cloud.Refused(new DisassociateTransitGatewayRouteTable(), leave));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(Associations(cloud, standard));

        Assert.Equal(
            TransitGatewayAssociationState.Associating,
            cloud.Run(new AssociateTransitGatewayRouteTable(), associate).Association!.State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        var made = Assert.Single(Associations(cloud, table));
        Assert.Equal((id, TransitGatewayAssociationState.Associated), (made.TransitGatewayAttachmentId, made.State));
        Assert.Equal("IncorrectState", cloud.Refused(
            new DeleteTransitGatewayRouteTable(), new() { TransitGatewayRouteTableId = table }));
    }

    [Fact]
    public void A_table_learns_from_an_attachment_while_that_propagates_to_it()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitTable(gateway);
        var id = cloud.Spoke(gateway);
        var enable = new EnableTransitGatewayRouteTablePropagationRequest
        {
            TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = id,
        };
        Assert.Equal(
            TransitGatewayPropagationState.Enabled,
            cloud.Run(new EnableTransitGatewayRouteTablePropagation(), enable).Propagation!.State);
        Assert.Single(cloud.Search(table));
        Assert.Equal(
            "TransitGatewayRouteTablePropagation.Duplicate",
            cloud.Refused(new EnableTransitGatewayRouteTablePropagation(), enable));
        Assert.Equal(id, Assert.Single(cloud.Run(
            new GetTransitGatewayRouteTablePropagations(), new() { TransitGatewayRouteTableId = table })
            .TransitGatewayRouteTablePropagations!).TransitGatewayAttachmentId);
        var propagations = cloud.Run(
            new GetTransitGatewayAttachmentPropagations(), new() { TransitGatewayAttachmentId = id });
        Assert.Equal(2, propagations.TransitGatewayAttachmentPropagations!.Count);

        var disable = new DisableTransitGatewayRouteTablePropagationRequest
        {
            TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = id,
        };
        cloud.Run(new DisableTransitGatewayRouteTablePropagation(), disable);
        Assert.Empty(cloud.Search(table));
        Assert.Equal(
            "TransitGatewayRouteTablePropagation.NotFound",
            cloud.Refused(new DisableTransitGatewayRouteTablePropagation(), disable));
        Assert.Equal("UnsupportedOperation", cloud.Refused(
            new EnableTransitGatewayRouteTablePropagation(),
            enable with { TransitGatewayRouteTableAnnouncementId = "tgw-rtb-ann-0" }));
    }

    [Fact]
    public void A_peering_propagates_nothing_but_takes_static_routes()
    {
        var here = Cloud.New();
        var there = here.In("us-east-1");
        var (one, other) = (here.Gateway(), there.Gateway());
        var id = here.AskFor(one, other, "us-east-1").TransitGatewayAttachmentId!;
        var table = here.TransitGateway(one).Options!.AssociationDefaultRouteTableId!;
        Assert.Equal("IncorrectState", Cloud.Refusal(() => here.Route(table, "10.8.0.0/16", id)));
        there.Accept(id);
        Assert.Equal("InvalidParameterValue", here.Refused(new EnableTransitGatewayRouteTablePropagation(), new()
        {
            TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = id,
        }));
        Assert.Equal(TransitGatewayRouteState.Active, here.Route(table, "10.8.0.0/16", id).State);
        Assert.Equal(other, Assert.Single(here.Search(table)).TransitGatewayAttachments![0].ResourceId);
        there.EndPeering(id);
        Assert.Equal(TransitGatewayRouteState.Blackhole, Assert.Single(here.Search(table)).State);
    }

    private static IReadOnlyList<TransitGatewayRouteTableAssociation> Associations(Cloud cloud, string table) =>
        cloud.Run(new GetTransitGatewayRouteTableAssociations(), new() { TransitGatewayRouteTableId = table })
            .Associations!;
}
