using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.VpcEndpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class InterfaceEndpointTests
{
    private const string Ec2 = "com.amazonaws.eu-west-1.ec2";
    private const string S3 = "com.amazonaws.eu-west-1.s3";

    [Fact]
    public void An_interface_endpoint_owns_an_interface_in_each_subnet_until_it_is_deleted()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var (a, b) = (SubnetIn(cloud, vpc, "10.0.1.0/24", "a"), SubnetIn(cloud, vpc, "10.0.2.0/24", "b"));
        var id = cloud.InterfaceEndpoint(vpc, Ec2, false, a, b).VpcEndpointId!;
        var endpoint = cloud.Endpoint(id);
        Assert.Equal(State.Available, endpoint.State);
        Assert.Equal([a, b], endpoint.SubnetIds!);
        Assert.Equal("default", Assert.Single(endpoint.Groups!).GroupName);
        var face = Faces(cloud, endpoint)[0];
        Assert.Equal((NetworkInterfaceType.VpcEndpoint, true), (face.InterfaceType, face.RequesterManaged));
        Assert.Equal($"VPC Endpoint Interface {id}", face.Description);
        Assert.Equal(
            "DependencyViolation", cloud.Refused(new DeleteSubnet(), new DeleteSubnetRequest { SubnetId = a }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new DeleteNetworkInterface(),
            new DeleteNetworkInterfaceRequest { NetworkInterfaceId = face.NetworkInterfaceId }));
        cloud.DeleteEndpoint(id);
        Assert.Equal(State.Deleted, cloud.EndpointState(id));
        cloud.Run(new DeleteSubnet(), new() { SubnetId = a });
    }

    [Fact]
    public void States_take_their_time_where_transitions_do()
    {
        var cloud = Cloud.Slow();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var id = cloud.InterfaceEndpoint(vpc, Ec2, false, subnet).VpcEndpointId!;
        Assert.Equal(State.Pending, cloud.EndpointState(id));
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(State.Available, cloud.EndpointState(id));
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = id, RemoveSubnetIds = [subnet] });
        Assert.Equal(State.Pending, cloud.EndpointState(id));
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(State.Available, cloud.EndpointState(id));
        cloud.DeleteEndpoint(id);
        Assert.Equal(State.Deleting, cloud.EndpointState(id));
        Assert.Empty(cloud.DeleteEndpoint(id));
        Assert.Equal("IncorrectState", cloud.Refused(new ModifyVpcEndpoint(), new ModifyVpcEndpointRequest
        {
            VpcEndpointId = id, AddSubnetIds = [subnet],
        }));
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(State.Deleted, cloud.EndpointState(id));
    }

    [Fact]
    public void There_is_one_subnet_in_a_zone_and_subnets_come_and_go()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var a = SubnetIn(cloud, vpc, "10.0.1.0/24", "a");
        var twin = SubnetIn(cloud, vpc, "10.0.2.0/24", "a");
        var stranger = cloud.Subnet(cloud.Vpc("10.7.0.0/16"), "10.7.1.0/24");
        Assert.Equal(
            "DuplicateSubnetsInSameZone", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, Ec2, false, a, twin)));
        Assert.Equal("InvalidParameter", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, Ec2, false, stranger)));
        var id = cloud.InterfaceEndpoint(vpc, Ec2, false, a).VpcEndpointId!;
        string Refused(ModifyVpcEndpointRequest request) =>
            cloud.Refused(new ModifyVpcEndpoint(), request with { VpcEndpointId = id });
        Assert.Equal("DuplicateSubnetsInSameZone", Refused(new() { AddSubnetIds = [twin] }));
        cloud.Run(new ModifyVpcEndpoint(), new()
        {
            VpcEndpointId = id, AddSubnetIds = [twin], RemoveSubnetIds = [a],
        });
        Assert.Equal([twin], cloud.Endpoint(id).SubnetIds!);
        Assert.Equal("InvalidParameter", Refused(new() { RemoveSubnetIds = [a] }));
        cloud.Run(new DeleteSubnet(), new() { SubnetId = a });
    }

    [Fact]
    public void Its_groups_are_those_of_its_interfaces_and_cannot_be_deleted_meanwhile()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var id = cloud.InterfaceEndpoint(vpc, Ec2, false, cloud.Subnet(vpc)).VpcEndpointId!;
        var standard = cloud.Endpoint(id).Groups![0].GroupId!;
        var group = cloud.Run(new CreateSecurityGroup(), new() { VpcId = vpc, GroupName = "web", Description = "w" })
            .GroupId!;
        cloud.Run(new ModifyVpcEndpoint(), new()
        {
            VpcEndpointId = id, AddSecurityGroupIds = [group], RemoveSecurityGroupIds = [standard],
        });
        Assert.Equal(group, Assert.Single(Faces(cloud, cloud.Endpoint(id))[0].Groups!).GroupId);
        Assert.Equal("DependencyViolation", cloud.Refused(
            new DeleteSecurityGroup(), new DeleteSecurityGroupRequest { GroupId = group }));
        Assert.Equal("InvalidParameter", cloud.Refused(new ModifyVpcEndpoint(), new ModifyVpcEndpointRequest
        {
            VpcEndpointId = id, RemoveSecurityGroupIds = [group],
        }));
        cloud.DeleteEndpoint(id);
        cloud.Run(new DeleteSecurityGroup(), new() { GroupId = group });
    }

    [Fact]
    public void Its_names_are_those_of_the_region_of_the_zones_and_of_the_service()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var subnet = SubnetIn(cloud, vpc, "10.0.1.0/24", "b");
        cloud.WithHostnames(vpc);
        var id = cloud.InterfaceEndpoint(vpc, "com.amazonaws.eu-west-1.ecr.api", null, subnet).VpcEndpointId!;
        var names = cloud.Endpoint(id).DnsEntries!;
        Assert.Matches($@"^{id}-[a-z0-9]{{8}}\.api\.ecr\.eu-west-1\.vpce\.amazonaws\.com$", names[0].DnsName);
        Assert.Matches($@"^{id}-[a-z0-9]{{8}}-eu-west-1b\.api\.ecr\.", names[1].DnsName);
        Assert.Equal("api.ecr.eu-west-1.amazonaws.com", names[2].DnsName);
        Assert.Equal(["Z38GZ743OKFT7T", "Z38GZ743OKFT7T"], names.Take(2).Select(name => name.HostedZoneId!));
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = id, PrivateDnsEnabled = false });
        Assert.Equal(2, cloud.Endpoint(id).DnsEntries!.Count);
    }

    [Fact]
    public void Private_names_need_both_attributes_of_the_vpc_and_no_other_endpoint_with_the_name()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        Assert.Equal("InvalidParameter", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, Ec2, true)));
        cloud.WithHostnames(vpc);
        var first = cloud.InterfaceEndpoint(vpc, Ec2, true).VpcEndpointId!;
        Assert.Equal("InvalidParameter", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, Ec2, true)));
        var second = cloud.InterfaceEndpoint(vpc, Ec2, false).VpcEndpointId!;
        cloud.DeleteEndpoint(first);
        cloud.Run(new ModifyVpcEndpoint(), new() { VpcEndpointId = second, PrivateDnsEnabled = true });
        Assert.True(cloud.Endpoint(second).PrivateDnsEnabled);
        Assert.Equal(
            "InvalidParameter",
            Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, "com.amazonaws.eu-west-1.dynamodb", true)));
    }

    [Fact]
    public void The_private_name_of_S3_needs_its_gateway_endpoint_unless_it_is_for_everybody()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        cloud.WithHostnames(vpc);
        Assert.Equal("InvalidParameter", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, S3, true)));
        var id = cloud.Run(new CreateVpcEndpoint(), new()
        {
            VpcId = vpc,
            VpcEndpointType = VpcEndpointType.Interface,
            ServiceName = S3,
            PrivateDnsEnabled = true,
            DnsOptions = new() { PrivateDnsOnlyForInboundResolverEndpoint = false },
        }).VpcEndpoint!.VpcEndpointId!;
        Assert.StartsWith("*.vpce-", cloud.Endpoint(id).DnsEntries![0].DnsName);
        cloud.GatewayEndpoint(vpc);
        cloud.Run(new ModifyVpcEndpoint(), new()
        {
            VpcEndpointId = id, DnsOptions = new() { PrivateDnsOnlyForInboundResolverEndpoint = true },
        });
        Assert.True(cloud.Endpoint(id).DnsOptions!.PrivateDnsOnlyForInboundResolverEndpoint);
    }

    [Fact]
    public void Addresses_can_be_named_and_an_interface_is_made_anew_for_another_one()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var id = cloud.Run(new CreateVpcEndpoint(), new()
        {
            VpcId = vpc,
            VpcEndpointType = VpcEndpointType.Interface,
            ServiceName = Ec2,
            PrivateDnsEnabled = false,
            SubnetIds = [subnet],
            SubnetConfigurations = [new() { SubnetId = subnet, Ipv4 = "10.0.1.77" }],
        }).VpcEndpoint!.VpcEndpointId!;
        var before = Faces(cloud, cloud.Endpoint(id))[0];
        Assert.Equal("10.0.1.77", before.PrivateIpAddress);
        cloud.Run(new ModifyVpcEndpoint(), new()
        {
            VpcEndpointId = id, SubnetConfigurations = [new() { SubnetId = subnet, Ipv4 = "10.0.1.78" }],
        });
        var after = Faces(cloud, cloud.Endpoint(id))[0];
        Assert.Equal("10.0.1.78", after.PrivateIpAddress);
        Assert.NotEqual(before.NetworkInterfaceId, after.NetworkInterfaceId);
        Assert.Equal("InvalidParameter", cloud.Refused(new ModifyVpcEndpoint(), new ModifyVpcEndpointRequest
        {
            VpcEndpointId = id, IpAddressType = IpAddressType.Dualstack,
        }));
    }

    [Fact]
    public void The_quota_of_interface_endpoints_holds_for_the_vpc_and_filters_find_them()
    {
        var cloud = Cloud.New("eu-west-1", ("L-29B6F2EB", 1));
        var (vpc, other) = (cloud.Vpc(), cloud.Vpc("10.7.0.0/16"));
        var id = cloud.InterfaceEndpoint(vpc, Ec2).VpcEndpointId!;
        Assert.Equal("VpcEndpointLimitExceeded", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, S3)));
        cloud.InterfaceEndpoint(other, Ec2);
        cloud.GatewayEndpoint(vpc);
        IReadOnlyList<string> Found(string name, string value) =>
        [
            .. cloud.Run(new DescribeVpcEndpoints(), new() { Filters = [new() { Name = name, Values = [value] }] })
                .VpcEndpoints!.Select(endpoint => endpoint.VpcEndpointId!),
        ];
        Assert.Equal(2, Found("vpc-id", vpc).Count);
        Assert.Equal(2, Found("service-name", Ec2).Count);
        Assert.Equal(2, Found("vpc-endpoint-type", "Interface").Count);
        Assert.Equal(3, Found("vpc-endpoint-state", "available").Count);
        Assert.Equal([id], Found("vpc-endpoint-id", id));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Found("colour", "blue")));
    }

    [Fact]
    public void Services_are_listed_with_their_types_and_names()
    {
        var cloud = Cloud.New();
        var s3 = cloud.Run(new DescribeVpcEndpointServices(), new() { ServiceNames = [S3] });
        Assert.Equal([S3], s3.ServiceNames!);
        Assert.Equal(
            [ServiceType.Interface, ServiceType.Gateway],
            s3.ServiceDetails!.Select(detail => detail.ServiceType![0].ServiceType!.Value).Order());
        Assert.Equal("amazon", s3.ServiceDetails![0].Owner);
        Assert.Equal("InvalidServiceName", cloud.Refused(
            new DescribeVpcEndpointServices(), new DescribeVpcEndpointServicesRequest { ServiceNames = ["nothing"] }));
        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = cloud.Run(new DescribeVpcEndpointServices(), new() { MaxResults = 7, NextToken = token });
            seen.AddRange(page.ServiceDetails!.Select(detail => detail.ServiceId!));
            token = page.NextToken;
        }
        while (token is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(
            seen.Count, cloud.Run(new DescribeVpcEndpointServices(), new()).ServiceDetails!.Count);
    }

    private static string SubnetIn(Cloud cloud, string vpc, string cidr, string zone) =>
        cloud.Run(new CreateSubnet(), new()
        {
            VpcId = vpc, CidrBlock = cidr, AvailabilityZone = $"eu-west-1{zone}",
        }).Subnet!.SubnetId!;

    private static IReadOnlyList<NetworkInterface> Faces(Cloud cloud, VpcEndpoint endpoint) =>
        cloud.Run(new DescribeNetworkInterfaces(), new() { NetworkInterfaceIds = endpoint.NetworkInterfaceIds })
            .NetworkInterfaces!;
}
