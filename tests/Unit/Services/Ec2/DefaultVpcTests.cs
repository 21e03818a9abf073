using Orrery.Services.Ec2.Operations.DhcpOptions;
using Orrery.Services.Ec2.Operations.Regions;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class DefaultVpcTests
{
    [Theory]
    [InlineData("us-east-1", 6, "ec2.internal")]
    [InlineData("us-west-1", 2, "us-west-1.compute.internal")]
    [InlineData("eu-central-1", 3, "eu-central-1.compute.internal")]
    public void Every_region_begins_with_a_default_vpc_and_a_public_subnet_in_each_zone(
        string region, int zones, string domain)
    {
        var cloud = Cloud.New(region);
        var vpc = Assert.Single(cloud.Run(new DescribeVpcs(), new()).Vpcs!);
        Assert.Equal(("172.31.0.0/16", true, VpcState.Available), (vpc.CidrBlock, vpc.IsDefault, vpc.State));

        var subnets = cloud.Run(new DescribeSubnets(), new()).Subnets!;
        Assert.Equal(zones, subnets.Count);
        Assert.All(subnets, s => Assert.True(s.DefaultForAz == true && s.MapPublicIpOnLaunch == true));
        Assert.All(subnets, s => Assert.Equal(4091, s.AvailableIpAddressCount));
        Assert.Equal(zones, subnets.Select(s => s.AvailabilityZone).Distinct().Count());

        var options = Assert.Single(cloud.Run(new DescribeDhcpOptions(), new()).DhcpOptions!);
        Assert.Equal(vpc.DhcpOptionsId, options.DhcpOptionsId);
        Assert.Contains(options.DhcpConfigurations!, c => c.Key == "domain-name" && c.Values![0].Value == domain);
    }

    [Fact]
    public void Its_main_route_table_leads_to_its_internet_gateway()
    {
        var cloud = Cloud.New();
        var (route, gateway) = cloud.Do(call =>
        {
            var vpc = DefaultVpc.Find(call)!;
            var gateways = call.Read(Orrery.Services.Ec2.Tables.InternetGateways);
            return (VpcParts.MainRouteTable(call, vpc.Id).Routes[0], gateways.All().Single());
        });
        Assert.Equal(("0.0.0.0/0", gateway.Id.Value), (route.DestinationCidr.ToString(), route.TargetId));
    }

    [Fact]
    public void It_can_be_deleted_with_its_subnets_and_made_again_but_never_twice()
    {
        var cloud = Cloud.New();
        Assert.Equal("DefaultVpcAlreadyExists", Cloud.Refusal(() => cloud.Run(new CreateDefaultVpc(), new())));
        var vpc = cloud.Run(new DescribeVpcs(), new()).Vpcs![0].VpcId;
        Assert.Equal("DependencyViolation", Cloud.Refusal(() => cloud.Run(new DeleteVpc(), new() { VpcId = vpc })));

        foreach (var subnet in cloud.Run(new DescribeSubnets(), new()).Subnets!)
            cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet.SubnetId });
        cloud.Do(call =>
        {
            var gateways = call.Write(Orrery.Services.Ec2.Tables.InternetGateways);
            return gateways.Remove(gateways.All().Single().Id);
        });
        cloud.Run(new DeleteVpc(), new() { VpcId = vpc });
        Assert.Empty(cloud.Run(new DescribeVpcs(), new()).Vpcs!);
        Assert.Equal("none", DefaultVpcAttribute(cloud));

        var again = cloud.Run(new CreateDefaultVpc(), new()).Vpc!;
        Assert.NotEqual(vpc, again.VpcId);
        Assert.Equal(again.VpcId, DefaultVpcAttribute(cloud));
        Assert.Equal(3, cloud.Run(new DescribeSubnets(), new()).Subnets!.Count);
    }

    [Fact]
    public void A_default_subnet_is_made_again_in_its_zone_in_the_first_free_block()
    {
        var cloud = Cloud.New();
        var request = new CreateDefaultSubnetRequest { AvailabilityZone = "eu-west-1b" };
        Assert.Equal(
            "DefaultSubnetAlreadyExistsInAvailabilityZone",
            Cloud.Refusal(() => cloud.Run(new CreateDefaultSubnet(), request)));
        var old = cloud.Run(new DescribeSubnets(), new()).Subnets!.Single(s => s.AvailabilityZone == "eu-west-1b");
        cloud.Run(new DeleteSubnet(), new() { SubnetId = old.SubnetId });

        var made = cloud.Run(new CreateDefaultSubnet(), request).Subnet!;
        Assert.Equal((old.CidrBlock, true), (made.CidrBlock, made.DefaultForAz));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            cloud.Run(new CreateDefaultSubnet(), new() { AvailabilityZone = "eu-west-1z" })));
        Assert.Equal("MissingParameter", Cloud.Refusal(() => cloud.Run(new CreateDefaultSubnet(), new())));
    }

    [Fact]
    public void An_ipv6_only_default_subnet_needs_an_ipv6_block()
    {
        var cloud = Cloud.New();
        var subnet = cloud.Run(new DescribeSubnets(), new()).Subnets![0];
        cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet.SubnetId });
        var zone = subnet.AvailabilityZoneId;
        var request = new CreateDefaultSubnetRequest { AvailabilityZoneId = zone, Ipv6Native = true };
        Assert.Equal("InvalidSubnet.Range", Cloud.Refusal(() => cloud.Run(new CreateDefaultSubnet(), request)));

        cloud.Run(new AssociateVpcCidrBlock(), new() { VpcId = subnet.VpcId, AmazonProvidedIpv6CidrBlock = true });
        var made = cloud.Run(new CreateDefaultSubnet(), request).Subnet!;
        Assert.Null(made.CidrBlock);
        Assert.EndsWith("/64", made.Ipv6CidrBlockAssociationSet![0].Ipv6CidrBlock, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_regions_of_two_accounts_have_four_default_vpcs()
    {
        var cloud = Cloud.New();
        const string Other = "210987654321";
        var seen = new[] { cloud, cloud.In("us-east-1"), cloud.In("eu-west-1", Other), cloud.In("us-east-1", Other) }
            .Select(c => c.Run(new DescribeVpcs(), new()).Vpcs!.Single().VpcId);
        Assert.Equal(4, seen.Distinct().Count());
    }

    private static string DefaultVpcAttribute(Cloud cloud) =>
        cloud.Run(new DescribeAccountAttributes(), new() { AttributeNames = [AccountAttributeName.DefaultVpc] })
            .AccountAttributes!.Single().AttributeValues!.Single().AttributeValue!;
}
