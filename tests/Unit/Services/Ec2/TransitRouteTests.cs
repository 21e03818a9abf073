using Orrery.Services.Ec2.Operations.PrefixLists;
using Orrery.Services.Ec2.Operations.TransitGatewayRoutes;
using Orrery.Services.Ec2.Operations.TransitGatewayRouteTables;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class TransitRouteTests
{
    [Fact]
    public void What_a_vpc_propagates_follows_its_blocks_and_vanishes_with_its_attachment()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitGateway(gateway).Options!.PropagationDefaultRouteTableId!;
        var id = cloud.Spoke(gateway);
        var route = Assert.Single(cloud.Search(table));
        Assert.Equal(("10.0.0.0/16", TransitGatewayRouteType.Propagated), (route.DestinationCidrBlock, route.Type));
        Assert.Equal(TransitGatewayRouteState.Active, route.State);
        Assert.Equal(id, Assert.Single(route.TransitGatewayAttachments!).TransitGatewayAttachmentId);

        cloud.Run(new AssociateVpcCidrBlock(), new()
        {
            VpcId = cloud.Attachment(id).ResourceId, CidrBlock = "10.7.0.0/16",
        });
        Assert.Equal(["10.0.0.0/16", "10.7.0.0/16"], cloud.Search(table).Select(r => r.DestinationCidrBlock));
        cloud.DetachFrom(id);
        Assert.Empty(cloud.Search(table));
    }

    [Fact]
    public void A_static_route_comes_before_a_propagated_one_and_becomes_a_blackhole_when_its_attachment_goes()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitGateway(gateway).Options!.PropagationDefaultRouteTableId!;
        var one = cloud.Spoke(gateway);
        var other = cloud.Spoke(gateway, "10.1.0.0/16");
        var made = cloud.Route(table, "10.0.0.0/16", other);
        Assert.Equal((TransitGatewayRouteType.Static, TransitGatewayRouteState.Active), (made.Type, made.State));
        Assert.Equal("RouteAlreadyExists", Cloud.Refusal(() => cloud.Route(table, "10.0.0.0/16", one)));
        var found = Assert.Single(cloud.Search(table, ("route-search.exact-match", "10.0.0.0/16")));
        Assert.Equal(other, found.TransitGatewayAttachments![0].TransitGatewayAttachmentId);

        cloud.DetachFrom(other);
        found = Assert.Single(cloud.Search(table));
        Assert.Equal((TransitGatewayRouteType.Static, TransitGatewayRouteState.Blackhole), (found.Type, found.State));
        var replace = new ReplaceTransitGatewayRouteRequest
        {
            TransitGatewayRouteTableId = table,
            DestinationCidrBlock = "10.0.0.0/16",
            TransitGatewayAttachmentId = one,
        };
        cloud.Run(new ReplaceTransitGatewayRoute(), replace);
        Assert.Equal(TransitGatewayRouteState.Active, Assert.Single(cloud.Search(table)).State);
        var delete = new DeleteTransitGatewayRouteRequest
        {
            TransitGatewayRouteTableId = table, DestinationCidrBlock = "10.0.0.0/16",
        };
        Assert.Equal(
            TransitGatewayRouteState.Deleted, cloud.Run(new DeleteTransitGatewayRoute(), delete).Route!.State);
        Assert.Equal(TransitGatewayRouteType.Propagated, Assert.Single(cloud.Search(table)).Type);
        Assert.Equal("InvalidRoute.NotFound", cloud.Refused(new DeleteTransitGatewayRoute(), delete));
        Assert.Equal("InvalidRoute.NotFound", cloud.Refused(new ReplaceTransitGatewayRoute(), replace));
    }

    [Fact]
    public void A_route_has_an_attachment_of_its_gateway_or_is_a_blackhole()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitTable(gateway);
        var stranger = cloud.Spoke(cloud.Gateway());
        var request = new CreateTransitGatewayRouteRequest
        {
            TransitGatewayRouteTableId = table, DestinationCidrBlock = "0.0.0.0/0",
        };
        var create = new CreateTransitGatewayRoute();
        Assert.Equal("MissingParameter", cloud.Refused(create, request));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            create, request with { TransitGatewayAttachmentId = stranger }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            create, request with { TransitGatewayAttachmentId = stranger, Blackhole = true }));
        Assert.Equal("InvalidTransitGatewayAttachmentID.NotFound", cloud.Refused(
            create, request with { TransitGatewayAttachmentId = "tgw-attach-0123456789abcdef0" }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            create, request with { Blackhole = true, DestinationCidrBlock = "nowhere" }));
        var hole = cloud.Run(create, request with { Blackhole = true }).Route!;
        Assert.Equal(TransitGatewayRouteState.Blackhole, hole.State);
        Assert.Empty(hole.TransitGatewayAttachments!);
    }

    [Fact]
    public void Of_two_vpcs_with_one_block_the_first_attached_has_it_until_it_goes()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitGateway(gateway).Options!.PropagationDefaultRouteTableId!;
        var first = cloud.Spoke(gateway);
        cloud.Advance(TimeSpan.FromSeconds(1));
        var second = cloud.Spoke(gateway);
        string? Holder() =>
            Assert.Single(cloud.Search(table)).TransitGatewayAttachments![0].TransitGatewayAttachmentId;
        Assert.Equal(first, Holder());
        cloud.DetachFrom(first);
        Assert.Equal(second, Holder());
    }

    [Fact]
    public void Routes_are_searched_by_every_filter_and_in_pages()
    {
        var cloud = Cloud.New();
        var gateway = cloud.Gateway();
        var table = cloud.TransitTable(gateway);
        var id = cloud.Spoke(gateway);
        foreach (var block in new[] { "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24" })
            cloud.Route(table, block, id);
        cloud.Run(new CreateTransitGatewayRoute(), new()
        {
            TransitGatewayRouteTableId = table, DestinationCidrBlock = "10.9.0.0/16", Blackhole = true,
        });
        string[] Found(string name, string value) =>
            [.. cloud.Search(table, (name, value)).Select(r => r.DestinationCidrBlock!)];
        Assert.Equal(["10.1.0.0/16"], Found("route-search.exact-match", "10.1.0.0/16"));
        Assert.Equal(["10.1.2.0/24"], Found("route-search.longest-prefix-match", "10.1.2.3"));
        Assert.Equal(["10.1.0.0/16"], Found("route-search.longest-prefix-match", "10.1.3.0/24"));
        Assert.Equal(["10.1.0.0/16", "10.1.2.0/24"], Found("route-search.subnet-of-match", "10.1.0.0/16"));
        Assert.Equal(["10.0.0.0/8", "10.1.0.0/16"], Found("route-search.supernet-of-match", "10.1.0.0/17"));
        Assert.Equal(["10.9.0.0/16"], Found("state", "blackhole"));
        Assert.Equal(4, Found("type", "static").Length);
        Assert.Equal(3, Found("attachment.transit-gateway-attachment-id", id).Length);
        Assert.Equal(3, Found("attachment.resource-id", cloud.Attachment(id).ResourceId!).Length);
        Assert.Equal(3, Found("attachment.resource-type", "vpc").Length);
        Assert.Empty(Found("prefix-list-id", "pl-0123456789abcdef0"));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Found("route-search.nearest", "10.0.0.0/8")));
        var page = cloud.Run(new SearchTransitGatewayRoutes(), new()
        {
            TransitGatewayRouteTableId = table,
            MaxResults = 3,
            Filters = [new() { Name = "type", Values = ["static"] }],
        });
        Assert.True(page.AdditionalRoutesAvailable);
        Assert.Equal(3, page.Routes!.Count);
        page = cloud.Run(new SearchTransitGatewayRoutes(), new()
        {
            TransitGatewayRouteTableId = table,
            NextToken = page.NextToken,
            Filters = [new() { Name = "type", Values = ["static"] }],
        });
        Assert.False(page.AdditionalRoutesAvailable);
        Assert.Equal("10.9.0.0/16", Assert.Single(page.Routes!).DestinationCidrBlock);
    }

    [Fact]
    public void A_reference_to_a_prefix_list_follows_its_entries_and_keeps_the_list()
    {
        var cloud = Cloud.Slow();
        var gateway = cloud.Gateway();
        var list = cloud.Run(new CreateManagedPrefixList(), new()
        {
            PrefixListName = "offices", AddressFamily = "IPv4", MaxEntries = 4,
            Entries = [new() { Cidr = "192.168.0.0/16" }, new() { Cidr = "172.20.0.0/16" }],
        }).PrefixList!.PrefixListId!;
        cloud.Advance(TimeSpan.FromMinutes(3));
        var table = cloud.TransitTable(gateway);
        var id = cloud.Spoke(gateway);
        cloud.Advance(TimeSpan.FromMinutes(2));
        var create = new CreateTransitGatewayPrefixListReferenceRequest
        {
            TransitGatewayRouteTableId = table, PrefixListId = list, TransitGatewayAttachmentId = id,
        };
        var reference = cloud.Run(new CreateTransitGatewayPrefixListReference(), create)
            .TransitGatewayPrefixListReference!;
        Assert.Equal(TransitGatewayPrefixListReferenceState.Pending, reference.State);
        Assert.Empty(cloud.Search(table));
        Assert.Equal("RouteAlreadyExists", cloud.Refused(new CreateTransitGatewayPrefixListReference(), create));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["172.20.0.0/16", "192.168.0.0/16"], cloud.Search(table).Select(r => r.DestinationCidrBlock));
        Assert.Equal(2, cloud.Search(table, ("prefix-list-id", list)).Count);
        Assert.Equal([table], cloud.Run(
            new GetManagedPrefixListAssociations(), new() { PrefixListId = list })
            .PrefixListAssociations!.Select(a => a.ResourceId));

        cloud.Run(new ModifyTransitGatewayPrefixListReference(), new()
        {
            TransitGatewayRouteTableId = table, PrefixListId = list, Blackhole = true,
        });
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Assert.Single(cloud.Run(new GetTransitGatewayPrefixListReferences(), new()
        {
            TransitGatewayRouteTableId = table,
            Filters = [new() { Name = "is-blackhole", Values = ["true"] }],
        }).TransitGatewayPrefixListReferences!).Blackhole);
        var delete = new DeleteTransitGatewayPrefixListReferenceRequest
        {
            TransitGatewayRouteTableId = table, PrefixListId = list,
        };
        cloud.Run(new DeleteTransitGatewayPrefixListReference(), delete);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(cloud.Search(table));
        Assert.Equal("InvalidRoute.NotFound", cloud.Refused(new DeleteTransitGatewayPrefixListReference(), delete));
        cloud.Run(new DeleteManagedPrefixList(), new() { PrefixListId = list });
    }

    [Fact]
    public void The_tables_of_a_gateway_share_a_quota_of_routes()
    {
        var cloud = Cloud.New(quotas: ("L-BCC1FB47", 3));
        var gateway = cloud.Gateway();
        var table = cloud.TransitTable(gateway);
        var id = cloud.Spoke(gateway);
        cloud.Route(table, "10.1.0.0/16", id);
        cloud.Route(table, "10.2.0.0/16", id);
        Assert.Equal("TransitGatewayRouteLimitExceeded", Cloud.Refusal(() => cloud.Route(table, "10.3.0.0/16", id)));
        cloud.Run(new DisableTransitGatewayRouteTablePropagation(), new()
        {
            TransitGatewayAttachmentId = id,
            TransitGatewayRouteTableId = cloud.TransitGateway(gateway).Options!.PropagationDefaultRouteTableId,
        });
        cloud.Route(table, "10.3.0.0/16", id);
    }
}
