using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.InternetGateways;
using Orrery.Services.Ec2.Operations.NatGateways;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class NatGatewayTests
{
    [Fact]
    public void Without_an_internet_gateway_it_fails_and_with_one_the_next_comes_up()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var subnet = cloud.Subnet(vpc);
        var allocation = cloud.ElasticIp();
        var failed = cloud.Nat(cloud.PublicNat(subnet, allocation));
        Assert.Equal((NatGatewayState.Failed, "Gateway.NotAttached"), (failed.State, failed.FailureCode));
        Assert.Equal($"Network {vpc} has no Internet gateway attached", failed.FailureMessage);

        cloud.InternetGateway(vpc);
        var made = cloud.Nat(cloud.PublicNat(subnet, allocation));
        var address = Assert.Single(made.NatGatewayAddresses!);
        Assert.Equal((NatGatewayState.Available, null), (made.State, made.FailureCode));
        Assert.Equal((allocation, true), (address.AllocationId, address.IsPrimary));
        Assert.NotNull(address.PublicIp);
        Assert.NotNull(address.PrivateIp);
        var face = Assert.Single(cloud.Run(
            new DescribeNetworkInterfaces(),
            new DescribeNetworkInterfacesRequest { NetworkInterfaceIds = [address.NetworkInterfaceId!] })
            .NetworkInterfaces!);
        Assert.True(face.RequesterManaged);
        Assert.Equal(NetworkInterfaceType.NatGateway, face.InterfaceType);
    }

    [Fact]
    public void It_is_pending_first_and_available_after_a_while()
    {
        var cloud = Cloud.Slow();
        var vpc = cloud.Vpc();
        cloud.InternetGateway(vpc);
        var id = cloud.PublicNat(cloud.Subnet(vpc), cloud.ElasticIp());
        var pending = cloud.Nat(id);
        Assert.Equal(NatGatewayState.Pending, pending.State);
        Assert.Equal(NatGatewayAddressStatus.Associating, pending.NatGatewayAddresses![0].Status);
        cloud.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(NatGatewayState.Available, cloud.Nat(id).State);
    }

    [Fact]
    public void An_address_in_use_or_released_meanwhile_makes_it_fail()
    {
        var cloud = Cloud.Slow();
        var vpc = cloud.Vpc();
        cloud.InternetGateway(vpc);
        var subnet = cloud.Subnet(vpc);
        var shared = cloud.ElasticIp();
        var first = cloud.PublicNat(subnet, shared);
        var second = cloud.PublicNat(subnet, shared);
        var released = cloud.ElasticIp();
        var third = cloud.PublicNat(subnet, released);
        cloud.Run(new ReleaseAddress(), new ReleaseAddressRequest { AllocationId = released });
        cloud.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(NatGatewayState.Available, cloud.Nat(first).State);
        Assert.Equal("Resource.AlreadyAssociated", cloud.Nat(second).FailureCode);
        Assert.Equal("InvalidAllocationID.NotFound", cloud.Nat(third).FailureCode);
    }

    [Fact]
    public void A_full_subnet_makes_it_fail()
    {
        var cloud = Cloud.New();
        var subnet = cloud.Subnet(cloud.Vpc(), "10.0.1.0/28");
        cloud.Run(new CreateNetworkInterface(), new CreateNetworkInterfaceRequest
        {
            SubnetId = subnet, SecondaryPrivateIpAddressCount = 10,
        });
        var failed = cloud.Nat(cloud.PrivateNat(subnet));
        Assert.Equal("InsufficientFreeAddressesInSubnet", failed.FailureCode);
        Assert.Equal("Subnet has insufficient free addresses to create this NAT gateway", failed.FailureMessage);
    }

    [Fact]
    public void Deleting_it_frees_its_address_and_its_interface_and_it_is_seen_for_an_hour()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var gateway = cloud.InternetGateway(vpc);
        var allocation = cloud.ElasticIp();
        var id = cloud.PublicNat(cloud.Subnet(vpc), allocation);
        var detach = new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc };
        Assert.Equal("DependencyViolation", cloud.Refused(new DetachInternetGateway(), detach));

        cloud.Run(new DeleteNatGateway(), new DeleteNatGatewayRequest { NatGatewayId = id });
        var deleted = cloud.Nat(id);
        var kept = deleted.NatGatewayAddresses![0].AllocationId;
        Assert.Equal((NatGatewayState.Deleted, allocation), (deleted.State, kept));
        Assert.NotNull(deleted.DeleteTime);
        Assert.Empty(cloud.Run(
            new DescribeNetworkInterfaces(), new DescribeNetworkInterfacesRequest()).NetworkInterfaces!);
        cloud.Run(new DetachInternetGateway(), detach);
        cloud.Run(new ReleaseAddress(), new ReleaseAddressRequest { AllocationId = allocation });

        cloud.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("NatGatewayNotFound", cloud.Refused(
            new DescribeNatGateways(), new DescribeNatGatewaysRequest { NatGatewayIds = [id] }));
    }

    [Fact]
    public void A_gateway_deleted_while_it_is_pending_never_comes_up()
    {
        var cloud = Cloud.Slow();
        var id = cloud.PrivateNat(cloud.Subnet(cloud.Vpc()));
        cloud.Run(new DeleteNatGateway(), new DeleteNatGatewayRequest { NatGatewayId = id });
        Assert.Equal(NatGatewayState.Deleting, cloud.Nat(id).State);
        cloud.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(NatGatewayState.Deleted, cloud.Nat(id).State);
    }

    [Fact]
    public void Secondary_elastic_ips_come_and_go_and_the_primary_one_stays()
    {
        var cloud = Cloud.Slow(("L-5F53652F", 3));
        var vpc = cloud.Vpc();
        cloud.InternetGateway(vpc);
        var id = cloud.PublicNat(cloud.Subnet(vpc), cloud.ElasticIp());
        cloud.Advance(TimeSpan.FromMinutes(5));
        var associate = new AssociateNatGatewayAddressRequest
        {
            NatGatewayId = id, AllocationIds = [cloud.ElasticIp(), cloud.ElasticIp()],
        };
        var added = cloud.Run(new AssociateNatGatewayAddress(), associate);
        Assert.All(added.NatGatewayAddresses!, a => Assert.Equal(NatGatewayAddressStatus.Associating, a.Status));
        cloud.Advance(TimeSpan.FromMinutes(1));
        var addresses = cloud.Nat(id).NatGatewayAddresses!;
        Assert.All(addresses, a => Assert.Equal(NatGatewayAddressStatus.Succeeded, a.Status));
        Assert.Equal(3, addresses.Select(a => a.PublicIp).Distinct().Count());
        Assert.Equal("AddressLimitExceeded", cloud.Refused(
            new AssociateNatGatewayAddress(), associate with { AllocationIds = [cloud.ElasticIp()] }));

        var leave = new DisassociateNatGatewayAddressRequest
        {
            NatGatewayId = id, AssociationIds = [addresses[0].AssociationId!],
        };
        Assert.Equal("InvalidParameterValue", cloud.Refused(new DisassociateNatGatewayAddress(), leave));
        leave = leave with { AssociationIds = [addresses[2].AssociationId!] };
        cloud.Run(new DisassociateNatGatewayAddress(), leave);
        Assert.Equal("IncorrectState", cloud.Refused(new DisassociateNatGatewayAddress(), leave));
        Assert.Equal(
            NatGatewayAddressStatus.Disassociating, cloud.Nat(id).NatGatewayAddresses![2].Status);
        cloud.Advance(TimeSpan.FromSeconds(351));
        Assert.Equal(2, cloud.Nat(id).NatGatewayAddresses!.Count);
    }

    [Fact]
    public void Secondary_private_addresses_come_and_go()
    {
        var cloud = Cloud.New();
        var id = cloud.PrivateNat(cloud.Subnet(cloud.Vpc()));
        var assign = new AssignPrivateNatGatewayAddressRequest { NatGatewayId = id, PrivateIpAddressCount = 2 };
        cloud.Run(new AssignPrivateNatGatewayAddress(), assign);
        var ips = cloud.Nat(id).NatGatewayAddresses!.Select(a => a.PrivateIp!).ToList();
        Assert.Equal(3, ips.Distinct().Count());
        Assert.Equal("PrivateIpAddressLimitExceeded", cloud.Refused(
            new AssignPrivateNatGatewayAddress(), assign with { PrivateIpAddressCount = 6 }));
        Assert.Equal("InvalidIPAddress.InUse", cloud.Refused(
            new AssignPrivateNatGatewayAddress(),
            assign with { PrivateIpAddressCount = null, PrivateIpAddresses = [ips[1]] }));

        cloud.Run(
            new UnassignPrivateNatGatewayAddress(),
            new UnassignPrivateNatGatewayAddressRequest { NatGatewayId = id, PrivateIpAddresses = [ips[1]] });
        Assert.Equal([ips[0], ips[2]], cloud.Nat(id).NatGatewayAddresses!.Select(a => a.PrivateIp));
        cloud.Run(
            new AssignPrivateNatGatewayAddress(),
            assign with { PrivateIpAddressCount = null, PrivateIpAddresses = [ips[1]] });
    }

    [Fact]
    public void What_does_not_go_together_or_is_not_served_is_refused()
    {
        var cloud = Cloud.New();
        var subnet = cloud.Subnet(cloud.Vpc());
        var request = new CreateNatGatewayRequest { SubnetId = subnet };
        var operation = new CreateNatGateway();
        Assert.Equal("MissingParameter", cloud.Refused(operation, request));
        Assert.Equal("MissingParameter", cloud.Refused(operation, request with { SubnetId = null }));
        Assert.Equal("UnsupportedOperation", cloud.Refused(
            operation, request with { AvailabilityMode = AvailabilityMode.Regional }));
        Assert.Equal("InvalidAllocationID.Malformed", cloud.Refused(operation, request with { AllocationId = "eip" }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(operation, request with
        {
            ConnectivityType = ConnectivityType.Private, AllocationId = cloud.ElasticIp(),
        }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, request with
        {
            ConnectivityType = ConnectivityType.Private, PrivateIpAddress = "10.9.9.9",
        }));
    }

    [Fact]
    public void A_zone_has_a_quota_which_failed_and_deleted_ones_do_not_count_for()
    {
        var cloud = Cloud.New(quotas: ("L-FE5A380F", 1));
        var subnet = cloud.Subnet(cloud.Vpc());
        cloud.PublicNat(subnet, cloud.ElasticIp());
        var id = cloud.PrivateNat(subnet);
        var request = new CreateNatGatewayRequest { SubnetId = subnet, ConnectivityType = ConnectivityType.Private };
        Assert.Equal("NatGatewayLimitExceeded", cloud.Refused(new CreateNatGateway(), request));
        cloud.Run(new DeleteNatGateway(), new DeleteNatGatewayRequest { NatGatewayId = id });
        cloud.Run(new CreateNatGateway(), request);
    }
}
