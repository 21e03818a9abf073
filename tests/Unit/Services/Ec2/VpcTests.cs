using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using Tables = Orrery.Services.Ec2.Tables;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class VpcTests
{
    [Fact]
    public void A_vpc_has_its_block_in_canonical_form_and_dns_support_without_hostnames()
    {
        var cloud = Cloud.New();
        var vpc = New(cloud, "100.68.0.18/18");
        Assert.Equal(("100.68.0.0/18", Tenancy.Default, false), (vpc.CidrBlock, vpc.InstanceTenancy, vpc.IsDefault));
        Assert.True(Attribute(cloud, vpc, VpcAttributeName.EnableDnsSupport).EnableDnsSupport!.Value);
        Assert.False(Attribute(cloud, vpc, VpcAttributeName.EnableDnsHostnames).EnableDnsHostnames!.Value);
        Assert.Equal(
            "associated",
            VpcCidrBlockStateCodeWire.ToWire(vpc.CidrBlockAssociationSet![0].CidrBlockState!.State!.Value));
    }

    [Theory]
    [InlineData("10.0.0.0/8", "InvalidVpc.Range")]
    [InlineData("10.0.0.0/29", "InvalidVpc.Range")]
    [InlineData("10.0.0.0", "InvalidParameterValue")]
    [InlineData("2001:db8::/56", "InvalidParameterValue")]
    public void A_vpc_takes_ipv4_blocks_of_16_to_28_only(string cidr, string code) =>
        Assert.Equal(code, Cloud.Refusal(() => New(Cloud.New(), cidr)));

    [Fact]
    public void A_region_holds_five_vpcs_unless_the_quota_is_raised()
    {
        var cloud = Cloud.New();
        for (var i = 0; i < 4; i++)
            New(cloud, $"10.{i}.0.0/16");
        Assert.Equal("VpcLimitExceeded", Cloud.Refusal(() => New(cloud, "10.9.0.0/16")));

        var raised = Cloud.New("eu-west-1", ("L-F678F1CE", 6));
        for (var i = 0; i < 5; i++)
            New(raised, $"10.{i}.0.0/16");
    }

    [Theory]
    [InlineData("10.2.0.0/16", "10.3.0.0/16", true)]
    [InlineData("10.2.0.0/16", "10.0.0.0/16", true)]
    [InlineData("10.1.0.0/16", "10.0.0.0/24", false)]
    [InlineData("10.0.0.0/24", "10.0.1.0/24", false)]
    [InlineData("10.0.0.0/24", "10.1.0.0/24", true)]
    [InlineData("10.2.0.0/16", "172.16.0.0/16", false)]
    [InlineData("10.2.0.0/16", "192.168.0.0/16", false)]
    [InlineData("10.2.0.0/16", "198.19.0.0/16", false)]
    [InlineData("10.2.0.0/16", "100.64.0.0/16", true)]
    [InlineData("10.2.0.0/16", "203.0.113.0/24", true)]
    [InlineData("172.16.0.0/16", "172.17.0.0/16", true)]
    [InlineData("172.16.0.0/16", "172.31.0.0/16", false)]
    [InlineData("172.16.0.0/16", "10.0.0.0/16", false)]
    [InlineData("192.168.0.0/24", "192.168.1.0/24", true)]
    [InlineData("192.168.0.0/24", "10.0.0.0/16", false)]
    [InlineData("198.19.0.0/24", "100.64.0.0/16", true)]
    [InlineData("198.19.0.0/24", "10.0.0.0/16", false)]
    [InlineData("100.64.0.0/16", "8.8.0.0/16", true)]
    [InlineData("100.64.0.0/16", "10.0.0.0/16", false)]
    [InlineData("100.64.0.0/16", "198.19.0.0/16", false)]
    public void Blocks_join_by_the_table_of_the_user_guide(string has, string joins, bool may)
    {
        Assert.Equal(may, VpcCidrRules.GoTogether(Cidr.Parse(has), Cidr.Parse(joins)));
        var cloud = Cloud.New();
        var vpc = New(cloud, has);
        if (may)
            Assert.Equal(joins, Associate(cloud, vpc, joins).CidrBlockAssociation!.CidrBlock);
        else
            Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => Associate(cloud, vpc, joins)));
    }

    // The same table: the link-local block cannot be assigned to VPCs; the others hold no hosts.
    [Theory]
    [InlineData("169.254.0.0/16")]
    [InlineData("169.254.10.0/24")]
    [InlineData("0.0.0.0/16")]
    [InlineData("127.0.0.0/16")]
    [InlineData("224.1.0.0/16")]
    [InlineData("239.255.255.0/28")]
    [InlineData("240.0.0.0/16")]
    [InlineData("255.255.255.0/24")]
    public void Blocks_without_hosts_are_refused(string block)
    {
        var cloud = Cloud.New();
        Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => New(cloud, block)));
        var vpc = New(cloud, "100.64.0.0/16");
        Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => Associate(cloud, vpc, block)));
    }

    [Fact]
    public void A_sixth_block_is_over_the_quota()
    {
        var cloud = Cloud.New();
        var vpc = New(cloud, "10.2.0.0/24");
        for (var i = 1; i <= 4; i++)
            Associate(cloud, vpc, $"10.2.{i}.0/24");
        Assert.Equal("CidrLimitExceeded", Cloud.Refusal(() => Associate(cloud, vpc, "10.2.5.0/24")));
        Assert.Equal("CidrLimitExceeded", Cloud.Refusal(() =>
        {
            for (var i = 0; i < 6; i++)
                AssociateIpv6(cloud, vpc);
            return null;
        }));
    }

    [Fact]
    public void A_block_may_be_inside_the_destination_of_a_route_but_not_hold_it()
    {
        var cloud = Cloud.New();
        var vpc = New(cloud, "10.2.0.0/16");
        cloud.Do(call =>
        {
            var table = VpcParts.MainRouteTable(call, new VpcId(vpc.VpcId!));
            var route = new RouteRecord
            {
                DestinationCidr = Cidr.Parse("10.0.0.0/24"),
                TargetKind = RouteTargetKind.VpnGateway,
                TargetId = "vgw-1",
            };
            call.Write(Tables.RouteTables).Put(table with { Routes = [route] });
            return table;
        });
        Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => Associate(cloud, vpc, "10.0.0.0/24")));
        Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => Associate(cloud, vpc, "10.0.0.0/16")));
        Associate(cloud, vpc, "10.0.0.0/25");
    }

    [Fact]
    public void A_peering_keeps_overlapping_blocks_away_and_a_pending_request_keeps_its_requester_from_any()
    {
        var cloud = Cloud.New();
        var here = New(cloud, "10.2.0.0/16");
        var there = New(cloud, "10.3.0.0/16");
        PutPeering(cloud, here, there, VpcPeeringConnectionStateReasonCode.PendingAcceptance);
        Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => Associate(cloud, here, "10.5.0.0/16")));
        Associate(cloud, there, "10.6.0.0/16");

        PutPeering(cloud, here, there, VpcPeeringConnectionStateReasonCode.Active);
        Assert.Equal("InvalidVpc.Range", Cloud.Refusal(() => Associate(cloud, here, "10.6.1.0/24")));
        Associate(cloud, here, "10.7.0.0/16");
    }

    [Fact]
    public void A_block_of_the_accepter_that_overlaps_makes_the_pending_request_fail()
    {
        var cloud = Cloud.New();
        var here = New(cloud, "10.2.0.0/16");
        var there = New(cloud, "10.3.0.0/16");
        PutPeering(cloud, here, there, VpcPeeringConnectionStateReasonCode.PendingAcceptance);
        Associate(cloud, there, "10.2.128.0/17");
        var state = cloud.Do(call => call.Read(Tables.VpcPeeringConnections).All().Single().State);
        Assert.Equal(VpcPeeringConnectionStateReasonCode.Failed, state);
    }

    [Fact]
    public void A_vpc_takes_its_peerings_and_its_parts_with_it()
    {
        var cloud = Cloud.New();
        var here = New(cloud, "10.2.0.0/16");
        var there = New(cloud, "10.3.0.0/16");
        PutPeering(cloud, here, there, VpcPeeringConnectionStateReasonCode.Active);
        cloud.Run(new DeleteVpc(), new() { VpcId = here.VpcId });
        var (state, parts) = cloud.Do(call => (
            call.Read(Tables.VpcPeeringConnections).All().Single().State,
            call.Read(Tables.RouteTables).By(Tables.RouteTablesByVpc, here.VpcId!).Count()
            + call.Read(Tables.NetworkAcls).By(Tables.NetworkAclsByVpc, here.VpcId!).Count()
            + call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, here.VpcId!).Count()));
        Assert.Equal((VpcPeeringConnectionStateReasonCode.Deleted, 0), (state, parts));
        Assert.Equal("InvalidVpcID.NotFound", Cloud.Refusal(() => Find(cloud, here)));
    }

    [Fact]
    public void A_secondary_block_goes_once_no_subnet_is_in_it_and_the_primary_one_never()
    {
        var cloud = Cloud.New();
        var vpc = New(cloud, "10.2.0.0/16");
        var association = Associate(cloud, vpc, "10.4.0.0/16").CidrBlockAssociation!.AssociationId;
        var subnet = cloud.Run(new CreateSubnet(), new() { VpcId = vpc.VpcId, CidrBlock = "10.4.1.0/24" }).Subnet!;
        var request = new DisassociateVpcCidrBlockRequest { AssociationId = association };
        Assert.Equal("DependencyViolation", Cloud.Refusal(() => cloud.Run(new DisassociateVpcCidrBlock(), request)));

        cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet.SubnetId });
        var gone = cloud.Run(new DisassociateVpcCidrBlock(), request).CidrBlockAssociation!;
        Assert.Equal(VpcCidrBlockStateCode.Disassociating, gone.CidrBlockState!.State);
        Assert.Single(Find(cloud, vpc).CidrBlockAssociationSet!);
        Assert.Equal(
            "InvalidVpcCidrBlockAssociationID.NotFound",
            Cloud.Refusal(() => cloud.Run(new DisassociateVpcCidrBlock(), request)));
        Assert.Equal("OperationNotPermitted", Cloud.Refusal(() => cloud.Run(
            new DisassociateVpcCidrBlock(), new() { AssociationId = vpc.CidrBlockAssociationSet![0].AssociationId })));
    }

    [Fact]
    public void Hostnames_need_dns_support_and_one_attribute_is_set_at_a_time()
    {
        var cloud = Cloud.New();
        var vpc = New(cloud, "10.2.0.0/16");
        Set(cloud, vpc, r => r with { EnableDnsSupport = new() { Value = false } });
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() =>
            Set(cloud, vpc, r => r with { EnableDnsHostnames = new() { Value = true } })));
        Set(cloud, vpc, r => r with { EnableDnsSupport = new() { Value = true } });
        Set(cloud, vpc, r => r with { EnableDnsHostnames = new() { Value = true } });
        Assert.True(Attribute(cloud, vpc, VpcAttributeName.EnableDnsHostnames).EnableDnsHostnames!.Value);
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() =>
            Set(cloud, vpc, r => r with { EnableDnsSupport = new() { Value = false } })));
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Set(cloud, vpc, r => r with
        {
            EnableDnsSupport = new() { Value = true }, EnableNetworkAddressUsageMetrics = new() { Value = true },
        })));
        Set(cloud, vpc, r => r with { EnableNetworkAddressUsageMetrics = new() { Value = true } });
        var metrics = Attribute(cloud, vpc, VpcAttributeName.EnableNetworkAddressUsageMetrics);
        Assert.True(metrics.EnableNetworkAddressUsageMetrics!.Value);
    }

    [Fact]
    public void Dedicated_tenancy_becomes_default_once_and_never_goes_back()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Run(
            new CreateVpc(), new() { CidrBlock = "10.2.0.0/16", InstanceTenancy = Tenancy.Dedicated }).Vpc!;
        var request = new ModifyVpcTenancyRequest { VpcId = vpc.VpcId, InstanceTenancy = VpcTenancy.Default };
        Assert.True(cloud.Run(new ModifyVpcTenancy(), request).ReturnValue);
        Assert.Equal(Tenancy.Default, Find(cloud, vpc).InstanceTenancy);
        Assert.Equal("InvalidTenancy", Cloud.Refusal(() => cloud.Run(new ModifyVpcTenancy(), request)));
    }

    [Fact]
    public void Vpcs_are_found_by_the_filters_of_the_reference()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Run(new CreateVpc(), new()
        {
            CidrBlock = "10.2.0.0/16",
            AmazonProvidedIpv6CidrBlock = true,
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Vpc, Tags = [new() { Key = "Name", Value = "a" }] },
            ],
        }).Vpc!;
        Associate(cloud, vpc, "10.4.0.0/16");
        (string Name, string Value)[] filters =
        [
            ("cidr", "10.2.0.0/16"), ("cidr-block-association.cidr-block", "10.4.0.0/16"),
            ("cidr-block-association.association-id", vpc.CidrBlockAssociationSet![0].AssociationId!),
            ("ipv6-cidr-block-association.ipv6-cidr-block", vpc.Ipv6CidrBlockAssociationSet![0].Ipv6CidrBlock!),
            ("ipv6-cidr-block-association.ipv6-pool", "Amazon"), ("ipv6-cidr-block-association.state", "associated"),
            ("ipv6-cidr-block-association.association-id", vpc.Ipv6CidrBlockAssociationSet[0].AssociationId!),
            ("is-default", "false"), ("vpc-id", vpc.VpcId!), ("tag:Name", "a"), ("tag-key", "Na*"),
        ];
        Assert.All(filters, f => Assert.Equal(vpc.VpcId, Assert.Single(Filtered(cloud, f.Name, f.Value)).VpcId));
        foreach (var (name, value) in new[]
            { ("state", "available"), ("owner-id", "123456789012"), ("dhcp-options-id", vpc.DhcpOptionsId!),
              ("cidr-block-association.state", "associated") })
            Assert.Equal(2, Filtered(cloud, name, value).Count);
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Filtered(cloud, "colour", "blue")));
    }

    [Fact]
    public void A_border_group_is_only_for_an_IPv6_block_of_Amazon()
    {
        var request = new CreateVpcRequest
        {
            CidrBlock = "10.0.0.0/16", Ipv6CidrBlockNetworkBorderGroup = "eu-west-1",
        };
        Assert.Equal("InvalidParameterCombination", Cloud.New().Refused(new CreateVpc(), request));
        Cloud.New().Run(new CreateVpc(), request with { AmazonProvidedIpv6CidrBlock = true });
    }

    private static Vpc New(Cloud cloud, string cidr) => cloud.Run(new CreateVpc(), new() { CidrBlock = cidr }).Vpc!;

    private static Vpc Find(Cloud cloud, Vpc vpc) =>
        cloud.Run(new DescribeVpcs(), new() { VpcIds = [vpc.VpcId!] }).Vpcs!.Single();

    private static IReadOnlyList<Vpc> Filtered(Cloud cloud, string name, string value) =>
        cloud.Run(new DescribeVpcs(), new() { Filters = [new() { Name = name, Values = [value] }] }).Vpcs!;

    private static AssociateVpcCidrBlockResult Associate(Cloud cloud, Vpc vpc, string cidr) =>
        cloud.Run(new AssociateVpcCidrBlock(), new() { VpcId = vpc.VpcId, CidrBlock = cidr });

    private static AssociateVpcCidrBlockResult AssociateIpv6(Cloud cloud, Vpc vpc) =>
        cloud.Run(new AssociateVpcCidrBlock(), new() { VpcId = vpc.VpcId, AmazonProvidedIpv6CidrBlock = true });

    private static DescribeVpcAttributeResult Attribute(Cloud cloud, Vpc vpc, VpcAttributeName attribute) =>
        cloud.Run(new DescribeVpcAttribute(), new() { VpcId = vpc.VpcId, Attribute = attribute });

    private static ModifyVpcAttributeResult Set(
        Cloud cloud, Vpc vpc, Func<ModifyVpcAttributeRequest, ModifyVpcAttributeRequest> with) =>
        cloud.Run(new ModifyVpcAttribute(), with(new() { VpcId = vpc.VpcId }));

    private static void PutPeering(Cloud cloud, Vpc here, Vpc there, VpcPeeringConnectionStateReasonCode state)
    {
        PeeringSide Side(Vpc vpc) => new()
        {
            OwnerId = "123456789012", Region = "eu-west-1", VpcId = new(vpc.VpcId!),
        };
        cloud.Do(call =>
        {
            call.Write(Tables.VpcPeeringConnections).Put(new()
            {
                Id = new("pcx-0123456789abcdef0"), Requester = Side(here), Accepter = Side(there), State = state,
                StateMessage = "", CreatedAt = call.Now,
            });
            return 0;
        });
    }
}
