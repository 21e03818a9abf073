using Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;
using Orrery.Services.Ec2.Operations.TransitGatewayRoutes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitRouteTableTests
{
    [Fact]
    public void It_is_pending_then_available_then_deleted_and_seen_for_an_hour()
    {
        var cloud = Cloud.Slow();
        var gateway = cloud.Gateway();
        Assert.Equal("IncorrectState", Cloud.Refusal(() => cloud.TransitTable(gateway)));
        cloud.Advance(TimeSpan.FromMinutes(3));
        var id = cloud.TransitTable(gateway);
        Assert.Equal(TransitGatewayRouteTableState.Pending, Table(cloud, id).State);
        var delete = new DeleteTransitGatewayRouteTableRequest { TransitGatewayRouteTableId = id };
        Assert.Equal("IncorrectState", cloud.Refused(new DeleteTransitGatewayRouteTable(), delete));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TransitGatewayRouteTableState.Available, Table(cloud, id).State);
        cloud.Run(new DeleteTransitGatewayRouteTable(), delete);
        Assert.Equal(TransitGatewayRouteTableState.Deleting, Table(cloud, id).State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TransitGatewayRouteTableState.Deleted, Table(cloud, id).State);
        Assert.Equal("InvalidRouteTableID.NotFound", cloud.Refused(new DeleteTransitGatewayRouteTable(), delete));
        cloud.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("InvalidRouteTableID.NotFound", Cloud.Refusal(() => Table(cloud, id)));
    }

    [Fact]
    public void A_default_table_stays_and_a_new_one_refers_to_no_prefix_list()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var standard = cloud.TransitGateway(gateway).Options!.AssociationDefaultRouteTableId;
        Assert.Equal("IncorrectState", cloud.Refused(
            new DeleteTransitGatewayRouteTable(), new() { TransitGatewayRouteTableId = standard }));
        Assert.Empty(cloud.Run(
            new GetTransitGatewayPrefixListReferences(), new() { TransitGatewayRouteTableId = standard })
            .TransitGatewayPrefixListReferences!);
    }

    private static TransitGatewayRouteTable Table(Cloud cloud, string id) =>
        cloud.Run(new DescribeTransitGatewayRouteTables(), new() { TransitGatewayRouteTableIds = [id] })
            .TransitGatewayRouteTables![0];
}
