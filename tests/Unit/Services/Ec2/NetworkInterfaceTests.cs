using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using Tables = Orrery.Services.Ec2.Tables;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class NetworkInterfaceTests
{
    private readonly Cloud _cloud = Cloud.New();
    private readonly Vpc _vpc;
    private readonly Subnet _subnet;

    public NetworkInterfaceTests()
    {
        _vpc = _cloud.Run(
            new CreateVpc(), new() { CidrBlock = "10.2.0.0/16", AmazonProvidedIpv6CidrBlock = true }).Vpc!;
        var ipv6 = Orrery.Core.Cidr.Parse(_vpc.Ipv6CidrBlockAssociationSet![0].Ipv6CidrBlock).Subnets(64).First();
        _subnet = _cloud.Run(
            new CreateSubnet(),
            new() { VpcId = _vpc.VpcId, CidrBlock = "10.2.0.0/25", Ipv6CidrBlock = ipv6.ToString() }).Subnet!;
    }

    [Fact]
    public void An_interface_takes_the_next_free_address_and_the_default_group()
    {
        var (first, second) = (New(), New());
        Assert.Equal(("10.2.0.4", "10.2.0.5"), (first.PrivateIpAddress, second.PrivateIpAddress));
        Assert.Equal("default", Assert.Single(first.Groups!).GroupName);
        Assert.Equal((NetworkInterfaceStatus.Available, true), (first.Status, first.SourceDestCheck));
        Assert.Equal((NetworkInterfaceType.Interface, false), (first.InterfaceType, first.RequesterManaged));
        Assert.Matches("^[0-9a-f][26ae](:[0-9a-f]{2}){5}$", first.MacAddress);
        Delete(first);
        Assert.Equal("10.2.0.4", New().PrivateIpAddress);
    }

    [Theory]
    [InlineData("10.2.0.3", "InvalidParameterValue")]
    [InlineData("10.2.0.127", "InvalidParameterValue")]
    [InlineData("10.2.1.5", "InvalidParameterValue")]
    [InlineData("10.2.0.300", "InvalidParameterValue")]
    [InlineData("10.2.0.10", "InvalidIPAddress.InUse")]
    public void A_named_address_has_to_be_free_in_the_subnet(string ip, string code)
    {
        New(r => r with { PrivateIpAddress = "10.2.0.10" });
        Assert.Equal(code, Cloud.Refusal(() => New(r => r with { PrivateIpAddress = ip })));
    }

    [Fact]
    public void A_full_subnet_takes_no_more_until_an_interface_goes()
    {
        var small = _cloud.Run(new CreateSubnet(), new() { VpcId = _vpc.VpcId, CidrBlock = "10.2.1.0/28" }).Subnet!;
        var faces = Enumerable.Range(0, 11).Select(_ => New(r => r with { SubnetId = small.SubnetId })).ToList();
        Assert.Equal("10.2.1.14", faces[^1].PrivateIpAddress);
        Assert.Equal(
            "InsufficientFreeAddressesInSubnet", Cloud.Refusal(() => New(r => r with { SubnetId = small.SubnetId })));
        Delete(faces[3]);
        Assert.Equal(faces[3].PrivateIpAddress, New(r => r with { SubnetId = small.SubnetId }).PrivateIpAddress);
    }

    [Fact]
    public void Groups_have_to_be_the_vpcs_and_within_the_quota()
    {
        var strange = _cloud.Do(call => VpcParts.DefaultSecurityGroup(call, DefaultVpc.Find(call)!.Id).Id.Value);
        Assert.Equal("InvalidParameter", Cloud.Refusal(() => New(r => r with { Groups = [strange] })));
        Assert.Equal(
            "InvalidGroup.NotFound", Cloud.Refusal(() => New(r => r with { Groups = ["sg-0123456789abcdef0"] })));
        var many = Enumerable.Range(0, 6).Select(i => PutGroup($"group-{i}")).ToList();
        Assert.Equal(
            "SecurityGroupsPerInterfaceLimitExceeded", Cloud.Refusal(() => New(r => r with { Groups = many })));

        var face = New(r => r with { Groups = many[..5] });
        Assert.Equal(5, face.Groups!.Count);
        Set(face, r => r with { Groups = [many[5]] });
        Assert.Equal(many[5], Assert.Single(Find(face).Groups!).GroupId);
    }

    [Fact]
    public void Addresses_of_both_families_are_named_or_counted_but_not_both()
    {
        var face = New(r => r with
        {
            PrivateIpAddresses =
            [
                new() { PrivateIpAddress = "10.2.0.20", Primary = true }, new() { PrivateIpAddress = "10.2.0.21" },
            ],
            Ipv6AddressCount = 2,
        });
        Assert.Equal(["10.2.0.20", "10.2.0.21"], face.PrivateIpAddresses!.Select(a => a.PrivateIpAddress));
        Assert.Equal([true, false], face.PrivateIpAddresses!.Select(a => a.Primary));
        Assert.Equal(2, face.Ipv6Addresses!.Select(a => a.Ipv6Address).Distinct().Count());

        Assert.Equal(3, New(r => r with { SecondaryPrivateIpAddressCount = 2 }).PrivateIpAddresses!.Count);
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => New(r => r with
        {
            PrivateIpAddresses = [new() { PrivateIpAddress = "10.2.0.30" }], SecondaryPrivateIpAddressCount = 1,
        })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => New(r => r with
        {
            PrivateIpAddress = "10.2.0.30",
            PrivateIpAddresses = [new() { PrivateIpAddress = "10.2.0.31", Primary = true }],
        })));
        Assert.Equal("PrivateIpAddressLimitExceeded", Cloud.Refusal(() =>
            New(r => r with { SecondaryPrivateIpAddressCount = 50 })));
    }

    [Fact]
    public void Prefixes_come_from_their_reservation_and_are_not_given_out_as_addresses()
    {
        _cloud.Run(new CreateSubnetCidrReservation(), new()
        {
            SubnetId = _subnet.SubnetId, Cidr = "10.2.0.32/27", ReservationType = SubnetCidrReservationType.Prefix,
        });
        var face = New(r => r with { Ipv4PrefixCount = 2, Ipv6PrefixCount = 1 });
        Assert.Equal(["10.2.0.32/28", "10.2.0.48/28"], face.Ipv4Prefixes!.Select(p => p.Ipv4Prefix));
        Assert.EndsWith("/80", Assert.Single(face.Ipv6Prefixes!).Ipv6Prefix, StringComparison.Ordinal);
        Assert.Equal(123 - 1 - 32, _cloud.Run(
            new DescribeSubnets(), new() { SubnetIds = [_subnet.SubnetId!] }).Subnets![0].AvailableIpAddressCount);
        Assert.Equal(
            "InvalidIPAddress.InUse",
            Cloud.Refusal(() => New(r => r with { Ipv4Prefixes = [new() { Ipv4Prefix = "10.2.0.32/28" }] })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => New(r => r with { PrivateIpAddress = "10.2.0.33" })));

        _cloud.Run(new UnassignPrivateIpAddresses(), new()
        {
            NetworkInterfaceId = face.NetworkInterfaceId, Ipv4Prefixes = ["10.2.0.32/28"],
        });
        Assert.Equal("10.2.0.48/28", Assert.Single(Find(face).Ipv4Prefixes!).Ipv4Prefix);
    }

    [Fact]
    public void A_secondary_address_moves_with_its_elastic_ip_when_that_is_allowed()
    {
        var (here, there) = (New(r => r with { SecondaryPrivateIpAddressCount = 1 }), New());
        var secondary = here.PrivateIpAddresses![1].PrivateIpAddress!;
        _cloud.Do(call =>
        {
            call.Write(Tables.InternetGateways).Put(
                new() { Id = call.NewId<InternetGatewayId>(), VpcId = new(_vpc.VpcId!) });
            return 0;
        });
        var eip = _cloud.Run(new AllocateAddress(), new());
        _cloud.Run(new AssociateAddress(), new()
        {
            AllocationId = eip.AllocationId, NetworkInterfaceId = here.NetworkInterfaceId, PrivateIpAddress = secondary,
        });
        var request = new AssignPrivateIpAddressesRequest
        {
            NetworkInterfaceId = there.NetworkInterfaceId, PrivateIpAddresses = [secondary],
        };
        Assert.Equal(
            "Resource.AlreadyAssigned", Cloud.Refusal(() => _cloud.Run(new AssignPrivateIpAddresses(), request)));
        _cloud.Run(new AssignPrivateIpAddresses(), request with { AllowReassignment = true });
        Assert.Single(Find(here).PrivateIpAddresses!);
        Assert.Equal(eip.PublicIp, Find(there).PrivateIpAddresses![1].Association!.PublicIp);

        _cloud.Run(new UnassignPrivateIpAddresses(), new()
        {
            NetworkInterfaceId = there.NetworkInterfaceId, PrivateIpAddresses = [secondary],
        });
        Assert.Null(_cloud.Run(new DescribeAddresses(), new()).Addresses!.Single().AssociationId);
    }

    [Fact]
    public void Addresses_are_added_and_taken_away_but_never_the_primary_one()
    {
        var face = New();
        var added = _cloud.Run(new AssignPrivateIpAddresses(), new()
        {
            NetworkInterfaceId = face.NetworkInterfaceId, SecondaryPrivateIpAddressCount = 2,
        }).AssignedPrivateIpAddresses!;
        Assert.Equal(["10.2.0.5", "10.2.0.6"], added.Select(a => a.PrivateIpAddress));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Unassign(face, "10.2.0.4")));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Unassign(face, "10.2.0.77")));
        Unassign(face, "10.2.0.5");
        Assert.Equal(["10.2.0.4", "10.2.0.6"], Find(face).PrivateIpAddresses!.Select(a => a.PrivateIpAddress));
        Assert.Equal("MissingParameter", Cloud.Refusal(() => _cloud.Run(
            new AssignPrivateIpAddresses(), new() { NetworkInterfaceId = face.NetworkInterfaceId })));
    }

    [Fact]
    public void Ipv6_addresses_are_added_and_taken_away_and_a_primary_one_stays()
    {
        var face = New();
        var added = _cloud.Run(new AssignIpv6Addresses(), new()
        {
            NetworkInterfaceId = face.NetworkInterfaceId, Ipv6AddressCount = 2,
        }).AssignedIpv6Addresses!;
        Set(face, r => r with { EnablePrimaryIpv6 = true });
        Assert.Equal(
            "OperationNotPermitted", Cloud.Refusal(() => Set(face, r => r with { EnablePrimaryIpv6 = false })));
        Assert.Equal("OperationNotPermitted", Cloud.Refusal(() => _cloud.Run(new UnassignIpv6Addresses(), new()
        {
            NetworkInterfaceId = face.NetworkInterfaceId, Ipv6Addresses = [added[0]],
        })));
        _cloud.Run(new UnassignIpv6Addresses(), new()
        {
            NetworkInterfaceId = face.NetworkInterfaceId, Ipv6Addresses = [added[1].ToUpperInvariant()],
        });
        Assert.True(Assert.Single(Find(face).Ipv6Addresses!).IsPrimaryIpv6);
    }

    [Fact]
    public void One_attribute_is_set_at_a_time_and_told_again()
    {
        var face = New();
        Set(face, r => r with { SourceDestCheck = new() { Value = false } });
        Set(face, r => r with { Description = new() { Value = "router" } });
        Assert.False(Tell(face, NetworkInterfaceAttribute.SourceDestCheck).SourceDestCheck!.Value);
        Assert.Equal("router", Tell(face, NetworkInterfaceAttribute.Description).Description!.Value);
        Assert.Single(Tell(face, NetworkInterfaceAttribute.GroupSet).Groups!);
        Assert.Null(Tell(face, NetworkInterfaceAttribute.Attachment).Attachment);
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Set(face, r => r with
        {
            Description = new() { Value = "x" }, SourceDestCheck = new() { Value = true },
        })));
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() =>
            Set(face, r => r with { AssociatePublicIpAddress = true })));
        _cloud.Run(
            new ResetNetworkInterfaceAttribute(),
            new() { NetworkInterfaceId = face.NetworkInterfaceId, SourceDestCheck = "sourceDestCheck" });
        Assert.True(Find(face).SourceDestCheck);
    }

    [Fact]
    public void What_a_service_owns_is_in_use_and_not_the_callers_to_change()
    {
        var id = _cloud.Do(call => InterfaceFactory.Create(call, new()
        {
            Subnet = call.Read(Tables.Subnets).Find(new(_subnet.SubnetId!))!,
            Type = NetworkInterfaceType.NatGateway,
            Description = "Interface for NAT Gateway nat-1",
            RequesterId = "amazon-nat",
        })).Id.Value;
        var face = Find(new() { NetworkInterfaceId = id });
        Assert.Equal(
            (NetworkInterfaceStatus.InUse, true, false), (face.Status, face.RequesterManaged, face.SourceDestCheck));
        Assert.Equal("amazon-aws", face.Attachment!.InstanceOwnerId);
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => Delete(face)));
        Assert.Equal(
            "AuthFailure", Cloud.Refusal(() => Set(face, r => r with { Description = new() { Value = "mine" } })));
        Assert.Single(Filtered("interface-type", "nat_gateway"));
        _cloud.Do(call =>
        {
            InterfaceFactory.Remove(call, new(id));
            return 0;
        });
        Assert.Empty(Filtered("network-interface-id", id));
    }

    [Fact]
    public void Private_names_exist_where_the_vpc_gives_them()
    {
        var face = New();
        Assert.Null(face.PrivateDnsName);
        _cloud.Run(new ModifyVpcAttribute(), new() { VpcId = _vpc.VpcId, EnableDnsHostnames = new() { Value = true } });
        Assert.Equal("ip-10-2-0-4.eu-west-1.compute.internal", Find(face).PrivateDnsName);
    }

    [Fact]
    public void Interfaces_are_found_by_the_filters_of_the_reference()
    {
        var face = New(r => r with { Description = "one", Ipv6AddressCount = 1 });
        var elsewhere = _cloud.Run(new DescribeSubnets(), new()).Subnets!.First(s => s.DefaultForAz == true);
        New(r => r with { SubnetId = elsewhere.SubnetId });
        (string Name, string Value)[] filters =
        [
            ("addresses.private-ip-address", "10.2.0.4"), ("availability-zone", _subnet.AvailabilityZone!),
            ("availability-zone-id", _subnet.AvailabilityZoneId!), ("description", "one"),
            ("group-id", face.Groups![0].GroupId!), ("ipv6-addresses.ipv6-address", face.Ipv6Address!),
            ("mac-address", face.MacAddress!), ("network-interface-id", face.NetworkInterfaceId!),
            ("private-ip-address", "10.2.0.*"), ("subnet-id", _subnet.SubnetId!), ("vpc-id", _vpc.VpcId!),
        ];
        Assert.All(filters, f =>
            Assert.Contains(Filtered(f.Name, f.Value), i => i.NetworkInterfaceId == face.NetworkInterfaceId));
        (string Name, string Value, int Count)[] more =
        [
            ("addresses.primary", "true", 2), ("interface-type", "interface", 2), ("status", "available", 2),
            ("owner-id", "123456789012", 2), ("requester-id", "123456789012", 2), ("requester-managed", "true", 0),
            ("source-dest-check", "true", 2), ("association.public-ip", "*", 0), ("association.allocation-id", "*", 0),
            ("association.association-id", "*", 0), ("association.ip-owner-id", "*", 0),
            ("operator.managed", "false", 2),
            ("association.public-dns-name", "*", 0), ("addresses.association.public-ip", "*", 0),
            ("addresses.association.owner-id", "*", 0), ("attachment.attachment-id", "*", 0), ("tag-key", "*", 0),
            ("attachment.attach-time", "*", 0), ("attachment.delete-on-termination", "*", 0),
            ("operator.principal", "*", 0),
            ("attachment.device-index", "*", 0), ("attachment.instance-id", "*", 0), ("attachment.status", "*", 0),
            ("attachment.instance-owner-id", "*", 0), ("private-dns-name", "ip-172-31-*", 1),
            ("group-name", "default", 2),
        ];
        Assert.All(more, f => Assert.Equal((f.Name, f.Count), (f.Name, Filtered(f.Name, f.Value).Count)));
    }

    private NetworkInterface New(Func<CreateNetworkInterfaceRequest, CreateNetworkInterfaceRequest>? with = null)
    {
        var request = new CreateNetworkInterfaceRequest { SubnetId = _subnet.SubnetId };
        return _cloud.Run(new CreateNetworkInterface(), with is null ? request : with(request)).NetworkInterface!;
    }

    private DeleteNetworkInterfaceResult Delete(NetworkInterface face) =>
        _cloud.Run(new DeleteNetworkInterface(), new() { NetworkInterfaceId = face.NetworkInterfaceId });

    private NetworkInterface Find(NetworkInterface face) =>
        Filtered("network-interface-id", face.NetworkInterfaceId!).Single();

    private IReadOnlyList<NetworkInterface> Filtered(string name, string value) => _cloud.Run(
        new DescribeNetworkInterfaces(),
        new() { Filters = [new() { Name = name, Values = [value] }] }).NetworkInterfaces!;

    private ModifyNetworkInterfaceAttributeResult Set(
        NetworkInterface face,
        Func<ModifyNetworkInterfaceAttributeRequest, ModifyNetworkInterfaceAttributeRequest> with) =>
        _cloud.Run(new ModifyNetworkInterfaceAttribute(), with(new() { NetworkInterfaceId = face.NetworkInterfaceId }));

    [Fact]
    public void Interfaces_are_named_or_paged_and_not_both() =>
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new DescribeNetworkInterfaces(),
            new DescribeNetworkInterfacesRequest { NetworkInterfaceIds = ["eni-00000000000000001"], MaxResults = 5 }));

    private DescribeNetworkInterfaceAttributeResult Tell(NetworkInterface face, NetworkInterfaceAttribute attribute) =>
        _cloud.Run(
            new DescribeNetworkInterfaceAttribute(),
            new() { NetworkInterfaceId = face.NetworkInterfaceId, Attribute = attribute });

    private UnassignPrivateIpAddressesResult Unassign(NetworkInterface face, string ip) => _cloud.Run(
        new UnassignPrivateIpAddresses(),
        new() { NetworkInterfaceId = face.NetworkInterfaceId, PrivateIpAddresses = [ip] });

    private string PutGroup(string name) => _cloud.Do(call =>
    {
        var id = call.NewId<SecurityGroupId>();
        call.Write(Tables.SecurityGroups).Put(
            new() { Id = id, VpcId = new(_vpc.VpcId!), Name = name, Description = name });
        return id.Value;
    });
}
