using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;
using Tables = Orrery.Services.Ec2.Tables;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class SubnetTests
{
    private readonly Cloud _cloud = Cloud.New();
    private readonly Vpc _vpc;

    public SubnetTests() => _vpc = _cloud.Run(
        new CreateVpc(), new() { CidrBlock = "10.2.0.0/16", AmazonProvidedIpv6CidrBlock = true }).Vpc!;

    [Fact]
    public void A_subnet_lies_in_the_zone_asked_for_by_name_or_by_id()
    {
        var byName = New("10.2.0.5/24", r => r with { AvailabilityZone = "eu-west-1b" });
        Assert.Equal(("10.2.0.0/24", "euw1-az1"), (byName.CidrBlock, byName.AvailabilityZoneId));
        Assert.Equal((251, SubnetState.Available), (byName.AvailableIpAddressCount, byName.State));
        Assert.Equal($"arn:aws:ec2:eu-west-1:123456789012:subnet/{byName.SubnetId}", byName.SubnetArn);
        var byId = New("10.2.1.0/24", r => r with { AvailabilityZoneId = "euw1-az2" });
        Assert.Equal("eu-west-1c", byId.AvailabilityZone);
    }

    [Theory]
    [InlineData("10.3.0.0/24", "InvalidSubnet.Range")]
    [InlineData("10.2.0.0/15", "InvalidSubnet.Range")]
    [InlineData("10.2.0.0/29", "InvalidSubnet.Range")]
    [InlineData("10.2.200.0/20", "InvalidSubnet.Conflict")]
    [InlineData("10.2", "InvalidParameterValue")]
    public void A_block_outside_the_vpc_or_over_another_subnet_is_refused(string cidr, string code)
    {
        New("10.2.200.0/24");
        Assert.Equal(code, Cloud.Refusal(() => New(cidr)));
    }

    [Fact]
    public void An_unknown_zone_is_refused_with_the_zones_that_there_are()
    {
        var refusal = Assert.Throws<Orrery.Core.ServiceException>(() =>
            New("10.2.0.0/24", r => r with { AvailabilityZone = "us-east-1a" }));
        Assert.Equal("InvalidParameterValue", refusal.Code);
        Assert.Contains("eu-west-1a, eu-west-1b, eu-west-1c", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vpc_holds_as_many_subnets_as_its_quota_says()
    {
        var cloud = Cloud.New("eu-west-1", ("L-407747CB", 2));
        var vpc = cloud.Run(new CreateVpc(), new() { CidrBlock = "10.2.0.0/16" }).Vpc!;
        foreach (var third in new[] { 0, 1 })
            cloud.Run(new CreateSubnet(), new() { VpcId = vpc.VpcId, CidrBlock = $"10.2.{third}.0/24" });
        Assert.Equal("SubnetLimitExceeded", Cloud.Refusal(() =>
            cloud.Run(new CreateSubnet(), new() { VpcId = vpc.VpcId, CidrBlock = "10.2.2.0/24" })));
    }

    [Fact]
    public void A_new_subnet_is_under_the_default_network_acl_until_it_is_deleted()
    {
        var subnet = New("10.2.0.0/24");
        int Guards() => _cloud.Do(call =>
            call.Read(Tables.NetworkAcls).By(Tables.NetworkAclsBySubnet, subnet.SubnetId!).Count());
        Assert.Equal(1, Guards());
        Delete(subnet);
        Assert.Equal(0, Guards());
        Assert.Equal("InvalidSubnetID.NotFound", Cloud.Refusal(() => Delete(subnet)));
    }

    [Fact]
    public void A_subnet_with_an_interface_stays_until_the_interface_is_gone()
    {
        var subnet = New("10.2.0.0/28");
        Assert.Equal(11, subnet.AvailableIpAddressCount);
        var face = Face(subnet);
        Assert.Equal(10, Find(subnet).AvailableIpAddressCount);
        Assert.Equal("DependencyViolation", Cloud.Refusal(() => Delete(subnet)));
        _cloud.Run(new DeleteNetworkInterface(), new() { NetworkInterfaceId = face.NetworkInterfaceId });
        Delete(subnet);
    }

    [Fact]
    public void An_ipv6_block_comes_and_goes()
    {
        var subnet = New("10.2.0.0/24");
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            Set(subnet, r => r with { AssignIpv6AddressOnCreation = new() { Value = true } })));
        Assert.Equal("InvalidSubnet.Range", Cloud.Refusal(() => Associate(subnet, "2001:db8::/64")));
        Assert.Equal("InvalidSubnet.Range", Cloud.Refusal(() => Associate(subnet, Ipv6("00::/62"))));
        var association = Associate(subnet, Ipv6("00::/64")).Ipv6CidrBlockAssociation!;
        Assert.Equal(SubnetCidrBlockStateCode.Associated, association.Ipv6CidrBlockState!.State);
        Assert.Equal("CidrLimitExceeded", Cloud.Refusal(() => Associate(subnet, Ipv6("01::/64"))));
        Assert.Equal("InvalidSubnet.Conflict", Cloud.Refusal(() => Associate(New("10.2.1.0/24"), Ipv6("00::/64"))));

        Set(subnet, r => r with { AssignIpv6AddressOnCreation = new() { Value = true } });
        var face = Face(subnet);
        Assert.Single(face.Ipv6Addresses!);
        var leave = new DisassociateSubnetCidrBlockRequest { AssociationId = association.AssociationId };
        Assert.Equal("DependencyViolation", Cloud.Refusal(() => _cloud.Run(new DisassociateSubnetCidrBlock(), leave)));
        _cloud.Run(new DeleteNetworkInterface(), new() { NetworkInterfaceId = face.NetworkInterfaceId });
        Set(subnet, r => r with { AssignIpv6AddressOnCreation = new() { Value = false } });
        _cloud.Run(new DisassociateSubnetCidrBlock(), leave);
        Assert.Empty(Find(subnet).Ipv6CidrBlockAssociationSet!);
    }

    [Fact]
    public void An_ipv6_only_subnet_has_no_ipv4_and_resource_names()
    {
        var subnet = New(null, r => r with { Ipv6Native = true, Ipv6CidrBlock = Ipv6("10::/64") });
        Assert.Equal((null, 0, true), (subnet.CidrBlock, subnet.AvailableIpAddressCount, subnet.Ipv6Native));
        Assert.Equal(HostnameType.ResourceName, subnet.PrivateDnsNameOptionsOnLaunch!.HostnameType);
        var face = Face(subnet);
        Assert.Empty(face.PrivateIpAddresses!);
        Assert.Single(face.Ipv6Addresses!);
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            Set(subnet, r => r with { MapPublicIpOnLaunch = new() { Value = true } })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            Set(subnet, r => r with { PrivateDnsHostnameTypeOnLaunch = HostnameType.IpName })));
    }

    [Fact]
    public void Each_attribute_is_set_alone_and_those_of_outposts_are_refused_by_name()
    {
        var subnet = New("10.2.0.0/24");
        Set(subnet, r => r with { MapPublicIpOnLaunch = new() { Value = true } });
        Set(subnet, r => r with { EnableDns64 = new() { Value = true } });
        Set(subnet, r => r with { PrivateDnsHostnameTypeOnLaunch = HostnameType.ResourceName });
        Set(subnet, r => r with { EnableResourceNameDnsARecordOnLaunch = new() { Value = true } });
        var after = Find(subnet);
        Assert.True(after.MapPublicIpOnLaunch == true && after.EnableDns64 == true);
        Assert.Equal(HostnameType.ResourceName, after.PrivateDnsNameOptionsOnLaunch!.HostnameType);
        Assert.True(after.PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord);

        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Set(subnet, r => r with
        {
            MapPublicIpOnLaunch = new() { Value = true }, EnableDns64 = new() { Value = true },
        })));
        Assert.Equal("InvalidParameterCombination", Cloud.Refusal(() => Set(subnet, r => r)));
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() =>
            Set(subnet, r => r with { EnableLniAtDeviceIndex = 1 })));
    }

    [Fact]
    public void What_is_chosen_stays_clear_of_reservations_and_what_is_named_may_lie_in_an_explicit_one()
    {
        var subnet = New("10.2.0.0/27");
        var kept = Reserve(subnet, "10.2.0.0/29", SubnetCidrReservationType.Explicit);
        Assert.Equal("InvalidSubnetCidrReservation.Conflict", Cloud.Refusal(() =>
            Reserve(subnet, "10.2.0.4/30", SubnetCidrReservationType.Prefix)));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            Reserve(subnet, "10.2.1.0/28", SubnetCidrReservationType.Prefix)));
        Assert.Equal("10.2.0.8", Face(subnet).PrivateIpAddress);
        Assert.Equal("10.2.0.5", Face(subnet, "10.2.0.5").PrivateIpAddress);

        _cloud.Run(new DeleteSubnetCidrReservation(), new() { SubnetCidrReservationId = kept.SubnetCidrReservationId });
        Assert.Equal("10.2.0.4", Face(subnet).PrivateIpAddress);
        var code = "InvalidSubnetCidrReservationID.NotFound";
        Assert.Equal(code, Cloud.Refusal(() => _cloud.Run(
            new DeleteSubnetCidrReservation(), new() { SubnetCidrReservationId = kept.SubnetCidrReservationId })));
    }

    [Fact]
    public void Reservations_are_listed_by_family_and_go_with_their_subnet()
    {
        var subnet = New("10.2.0.0/24", r => r with { Ipv6CidrBlock = Ipv6("05::/64") });
        Reserve(subnet, "10.2.0.64/28", SubnetCidrReservationType.Prefix);
        Reserve(subnet, Ipv6("05:1::/80"), SubnetCidrReservationType.Explicit);
        var all = _cloud.Run(new GetSubnetCidrReservations(), new() { SubnetId = subnet.SubnetId });
        Assert.Equal("10.2.0.64/28", Assert.Single(all.SubnetIpv4CidrReservations!).Cidr);
        Assert.Single(all.SubnetIpv6CidrReservations!);
        var prefixes = _cloud.Run(new GetSubnetCidrReservations(), new()
        {
            SubnetId = subnet.SubnetId, Filters = [new() { Name = "reservationType", Values = ["prefix"] }],
        });
        Assert.Empty(prefixes.SubnetIpv6CidrReservations!);
        Delete(subnet);
        Assert.Equal(0, _cloud.Do(call => call.Read(Tables.SubnetCidrReservations).Count));
    }

    [Fact]
    public void Subnets_are_found_by_the_filters_of_the_reference()
    {
        var subnet = New("10.2.0.0/24", r => r with
        {
            AvailabilityZone = "eu-west-1c", Ipv6CidrBlock = Ipv6("07::/64"),
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Subnet, Tags = [new() { Key = "Name", Value = "a" }] },
            ],
        });
        (string Name, string Value)[] filters =
        [
            ("available-ip-address-count", "251"), ("cidr-block", "10.2.0.0/24"), ("cidr", "10.2.0.0/24"),
            ("cidrBlock", "10.2.*"), ("default-for-az", "false"), ("subnet-id", subnet.SubnetId!),
            ("map-public-ip-on-launch", "false"), ("subnet-arn", subnet.SubnetArn!), ("vpc-id", _vpc.VpcId!),
            ("ipv6-cidr-block-association.state", "associated"), ("tag:Name", "a"), ("defaultForAz", "false"),
            ("ipv6-cidr-block-association.ipv6-cidr-block", Ipv6("07::/64")),
        ];
        Assert.All(filters, f => Assert.Equal(subnet.SubnetId, Assert.Single(Filtered(f.Name, f.Value)).SubnetId));
        (string Name, string Value, int Count)[] more =
        [
            ("availability-zone", "eu-west-1c", 2), ("availabilityZoneId", "euw1-az2", 2), ("state", "available", 4),
            ("owner-id", "123456789012", 4), ("ipv6-native", "true", 0), ("outpost-arn", "*", 0),
            ("enable-dns64", "false", 4),
            ("private-dns-name-options-on-launch.hostname-type", "ip-name", 4), ("customer-owned-ipv4-pool", "*", 0),
            ("private-dns-name-options-on-launch.enable-resource-name-dns-a-record", "true", 0),
            ("private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record", "false", 4),
            ("enable-lni-at-device-index", "1", 0), ("map-customer-owned-ip-on-launch", "false", 4),
        ];
        Assert.All(more, f => Assert.Equal(f.Count, Filtered(f.Name, f.Value).Count));
    }

    // 2600:1f18:1234:5600::/56 and "05::/64" make 2600:1f18:1234:5605::/64.
    private string Ipv6(string rest)
    {
        var block = Orrery.Core.Cidr.Parse(_vpc.Ipv6CidrBlockAssociationSet![0].Ipv6CidrBlock);
        var groups = (ulong)(block.First.Bits >> 64);
        var at = rest.IndexOf(':', StringComparison.Ordinal);
        var fourth = (groups & 0xff00) | Convert.ToUInt64(rest[..at], 16);
        return FormattableString.Invariant(
            $"{groups >> 48:x}:{(groups >> 32) & 0xffff:x}:{(groups >> 16) & 0xffff:x}:{fourth:x}{rest[at..]}");
    }

    private Subnet New(string? cidr, Func<CreateSubnetRequest, CreateSubnetRequest>? with = null)
    {
        var request = new CreateSubnetRequest { VpcId = _vpc.VpcId, CidrBlock = cidr };
        return _cloud.Run(new CreateSubnet(), with is null ? request : with(request)).Subnet!;
    }

    private Subnet Find(Subnet subnet) =>
        _cloud.Run(new DescribeSubnets(), new() { SubnetIds = [subnet.SubnetId!] }).Subnets!.Single();

    private IReadOnlyList<Subnet> Filtered(string name, string value) =>
        _cloud.Run(new DescribeSubnets(), new() { Filters = [new() { Name = name, Values = [value] }] }).Subnets!;

    private DeleteSubnetResult Delete(Subnet subnet) =>
        _cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet.SubnetId });

    private NetworkInterface Face(Subnet subnet, string? ip = null) => _cloud.Run(
        new CreateNetworkInterface(), new() { SubnetId = subnet.SubnetId, PrivateIpAddress = ip }).NetworkInterface!;

    private AssociateSubnetCidrBlockResult Associate(Subnet subnet, string cidr) =>
        _cloud.Run(new AssociateSubnetCidrBlock(), new() { SubnetId = subnet.SubnetId, Ipv6CidrBlock = cidr });

    private SubnetCidrReservation Reserve(Subnet subnet, string cidr, SubnetCidrReservationType type) => _cloud.Run(
        new CreateSubnetCidrReservation(),
        new() { SubnetId = subnet.SubnetId, Cidr = cidr, ReservationType = type }).SubnetCidrReservation!;

    private ModifySubnetAttributeResult Set(
        Subnet subnet, Func<ModifySubnetAttributeRequest, ModifySubnetAttributeRequest> with) =>
        _cloud.Run(new ModifySubnetAttribute(), with(new() { SubnetId = subnet.SubnetId }));
}
