using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class InstanceNetworkTests
{
    [Fact]
    public void A_stopped_instance_receives_nothing_until_it_is_started_again()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc());
        var from = cloud.Launch(subnet);
        var to = cloud.Launch(subnet);
        Assert.Equal("Delivered", Trace(cloud, from, to).Disposition);

        cloud.Stop(to);
        Assert.Equal("NotFunctional", Trace(cloud, from, to).Disposition);
        Assert.Equal("NotFunctional", Trace(cloud, to, from).Disposition);
        cloud.Start(to);
        Assert.Equal("Delivered", Trace(cloud, from, to).Disposition);
    }

    [Fact]
    public void A_route_to_an_instance_is_a_blackhole_while_it_does_not_run()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var instance = cloud.Launch(cloud.Subnet(vpc));
        var table = cloud.RouteTable(vpc);
        cloud.Run(new CreateRoute(), new()
        {
            RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", InstanceId = instance,
        });
        var route = cloud.Route(table);
        var face = cloud.Instance(instance).NetworkInterfaces![0].NetworkInterfaceId;
        Assert.Equal(
            (instance, "123456789012", face), (route.InstanceId, route.InstanceOwnerId, route.NetworkInterfaceId));
        Assert.Equal(RouteState.Active, route.State);

        cloud.Stop(instance);
        Assert.Equal((RouteState.Blackhole, instance), (cloud.State(table), cloud.Route(table).InstanceId));
        cloud.Start(instance);
        Assert.Equal(RouteState.Active, cloud.State(table));
        cloud.Terminate(instance);
        route = cloud.Route(table);
        Assert.Equal((RouteState.Blackhole, null, face), (route.State, route.InstanceId, route.NetworkInterfaceId));
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new CreateRoute(), new()
        {
            RouteTableId = table, DestinationCidrBlock = "10.9.0.0/16", InstanceId = instance,
        }));
    }

    [Fact]
    public void An_instance_of_two_interfaces_or_of_another_vpc_is_no_target()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var instance = cloud.Launch(subnet);
        cloud.Attach(cloud.Interface(subnet), instance, 1);
        var request = new CreateRouteRequest
        {
            RouteTableId = cloud.RouteTable(vpc), DestinationCidrBlock = "0.0.0.0/0", InstanceId = instance,
        };
        Assert.Equal("InvalidInstanceID", cloud.Refused(new CreateRoute(), request));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new CreateRoute(), request with { InstanceId = cloud.Launch() }));
    }

    [Fact]
    public void Terminated_its_own_interface_goes_and_an_attached_one_is_free_again()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var instance = cloud.Launch(Fleet.One(subnet) with { PrivateIpAddress = "10.0.1.50" }).InstanceId!;
        var second = cloud.Interface(subnet);
        cloud.Attach(second, instance, 1);
        Assert.Equal(2, cloud.Instance(instance).NetworkInterfaces!.Count);
        Assert.Equal("DependencyViolation", cloud.Refused(new DeleteSubnet(), new() { SubnetId = subnet }));
        Assert.Equal("InvalidIPAddress.InUse", cloud.Refused(
            new RunInstances(), Fleet.One(subnet) with { PrivateIpAddress = "10.0.1.50" }));

        cloud.Terminate(instance);
        var left = Assert.Single(cloud.Interfaces(vpc));
        Assert.Equal((second, NetworkInterfaceStatus.Available), (left.NetworkInterfaceId, left.Status));
        cloud.Launch(Fleet.One(subnet) with { PrivateIpAddress = "10.0.1.50" });
    }

    [Fact]
    public void An_attached_interface_goes_with_the_instance_where_its_owner_says_so()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var instance = cloud.Launch(subnet);
        var second = cloud.Interface(subnet);
        var attachment = cloud.Attach(second, instance, 1);
        cloud.Run(new ModifyNetworkInterfaceAttribute(), new()
        {
            NetworkInterfaceId = second, Attachment = new() { AttachmentId = attachment, DeleteOnTermination = true },
        });
        cloud.Terminate(instance);
        Assert.Empty(cloud.Interfaces(vpc));
    }

    [Fact]
    public void Attaching_keeps_to_zone_place_and_number()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var instance = cloud.Launch(subnet);
        var elsewhere = cloud.Run(new CreateSubnet(), new()
        {
            VpcId = vpc, CidrBlock = "10.0.2.0/24", AvailabilityZone = "eu-west-1b",
        }).Subnet!.SubnetId!;
        var request = new AttachNetworkInterfaceRequest
        {
            InstanceId = instance, NetworkInterfaceId = cloud.Interface(elsewhere), DeviceIndex = 1,
        };
        Assert.Equal("InvalidParameterCombination", cloud.Refused(new AttachNetworkInterface(), request));
        request = request with { NetworkInterfaceId = cloud.Interface(subnet) };
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new AttachNetworkInterface(), request with { DeviceIndex = 0 }));
        var attachment = cloud.Run(new AttachNetworkInterface(), request).AttachmentId!;
        Assert.Equal("InvalidNetworkInterface.InUse", cloud.Refused(new AttachNetworkInterface(), request));

        // A t3.micro has two places.
        Assert.Equal("AttachmentLimitExceeded", cloud.Refused(new AttachNetworkInterface(), request with
        {
            NetworkInterfaceId = cloud.Interface(subnet), DeviceIndex = 2,
        }));
        cloud.Run(new DetachNetworkInterface(), new() { AttachmentId = attachment });
        var detached = cloud.Interfaces(vpc).Single(f => f.NetworkInterfaceId == request.NetworkInterfaceId);
        Assert.Equal(
            (AttachmentStatus.Detached, NetworkInterfaceStatus.Available),
            (detached.Attachment!.Status, detached.Status));
        cloud.Advance(TimeSpan.FromMinutes(2));
        Assert.All(cloud.Interfaces(vpc), f => Assert.NotEqual(AttachmentStatus.Detached, f.Attachment?.Status));
        Assert.Equal("InvalidAttachmentID.NotFound", cloud.Refused(
            new DetachNetworkInterface(), new() { AttachmentId = attachment }));
        var primary = cloud.Instance(instance).NetworkInterfaces![0].Attachment!.AttachmentId;
        Assert.Equal("OperationNotPermitted", cloud.Refused(
            new DetachNetworkInterface(), new() { AttachmentId = primary }));
    }

    [Fact]
    public void A_public_address_goes_with_a_stop_and_another_comes_with_the_start()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch();
        var first = cloud.Instance(instance);
        Assert.Equal(
            $"ec2-{first.PublicIpAddress!.Replace('.', '-')}.eu-west-1.compute.amazonaws.com", first.PublicDnsName);
        Assert.Equal(instance, Assert.Single(cloud.Found("ip-address", first.PublicIpAddress)));
        cloud.Stop(instance);
        Assert.Null(cloud.Instance(instance).PublicIpAddress);
        Assert.Equal(first.PrivateIpAddress, cloud.Instance(instance).PrivateIpAddress);
        cloud.Start(instance);
        var second = cloud.Instance(instance).PublicIpAddress;
        Assert.NotNull(second);
        Assert.NotEqual(first.PublicIpAddress, second);
        Assert.Equal("InvalidAddress.NotFound", cloud.Refused(
            new AllocateAddress(), new() { Address = first.PublicIpAddress }));
    }

    [Fact]
    public void An_elastic_ip_takes_the_place_of_the_public_address_and_stays_through_a_stop()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch();
        var first = cloud.Instance(instance).PublicIpAddress;
        var allocation = cloud.ElasticIp();
        var association = cloud.Run(new AssociateAddress(), new()
        {
            AllocationId = allocation, InstanceId = instance,
        }).AssociationId!;
        var address = Assert.Single(cloud.Run(new DescribeAddresses(), new()).Addresses!);
        Assert.Equal(instance, address.InstanceId);
        Assert.Equal(address.PublicIp, cloud.Instance(instance).PublicIpAddress);
        cloud.Stop(instance);
        cloud.Start(instance);
        Assert.Equal(address.PublicIp, cloud.Instance(instance).PublicIpAddress);

        cloud.Run(new DisassociateAddress(), new() { AssociationId = association });
        var third = cloud.Instance(instance).PublicIpAddress;
        Assert.NotNull(third);
        Assert.DoesNotContain(third, new[] { first, address.PublicIp });
        cloud.Terminate(instance);
        Assert.Equal("InvalidInstanceID", cloud.Refused(
            new AssociateAddress(), new() { AllocationId = allocation, InstanceId = instance }));
    }

    [Fact]
    public void Groups_and_checks_of_an_instance_are_those_of_its_only_interface()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var instance = cloud.Launch(subnet);
        var group = cloud.Run(new CreateSecurityGroup(), new() { VpcId = vpc, GroupName = "web", Description = "web" });
        cloud.Modify(new() { InstanceId = instance, Groups = [group.GroupId!] });
        cloud.Modify(new() { InstanceId = instance, SourceDestCheck = new() { Value = false } });
        Assert.Equal("web", Assert.Single(cloud.Instance(instance).SecurityGroups!).GroupName);
        Assert.Equal([instance], cloud.Found("instance.group-name", "web"));
        Assert.False(cloud.Instance(instance).SourceDestCheck);
        cloud.Run(new ResetInstanceAttribute(), new()
        {
            InstanceId = instance, Attribute = InstanceAttributeName.SourceDestCheck,
        });
        Assert.True(cloud.Instance(instance).SourceDestCheck);
        cloud.Attach(cloud.Interface(subnet), instance, 1);
        Assert.Equal("InvalidInstanceID", cloud.Refused(new ModifyInstanceAttribute(), new()
        {
            InstanceId = instance, SourceDestCheck = new() { Value = false },
        }));
    }

    [Fact]
    public void An_interface_takes_as_many_addresses_as_the_type_of_its_instance()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc());
        var face = cloud.Instance(cloud.Launch(subnet)).NetworkInterfaces![0].NetworkInterfaceId;
        var request = new AssignPrivateIpAddressesRequest
        {
            NetworkInterfaceId = face, SecondaryPrivateIpAddressCount = 1,
        };
        cloud.Run(new AssignPrivateIpAddresses(), request);
        Assert.Equal("PrivateIpAddressLimitExceeded", cloud.Refused(new AssignPrivateIpAddresses(), request));
    }

    private static TraceAnswer Trace(Cloud cloud, string from, string to) => cloud.Ask(call =>
        call.Port<ITracer>().Trace(call, new(from, to, "tcp", 443, null, false)));
}
