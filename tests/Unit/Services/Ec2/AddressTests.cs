using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Operations.Addresses;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;
using Tables = Orrery.Services.Ec2.Tables;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class AddressTests
{
    private readonly Cloud _cloud = Cloud.New();

    [Fact]
    public void Addresses_are_amazons_and_no_two_in_a_world_are_the_same()
    {
        var addresses = new[] { "eu-west-1", "us-east-1", "ap-south-1" }
            .SelectMany(region => Enumerable.Range(0, 5).Select(_ => Allocate(_cloud.In(region)))).ToList();
        Assert.Equal(15, addresses.Select(a => a.PublicIp).Distinct().Count());
        Assert.All(addresses, a => Assert.StartsWith("3.", a.PublicIp, StringComparison.Ordinal));
        Assert.Equal(("eu-west-1", DomainType.Vpc), (addresses[0].NetworkBorderGroup, addresses[0].Domain));
        Assert.Equal("AddressLimitExceeded", Cloud.Refusal(() => Allocate(_cloud)));
    }

    [Fact]
    public void The_same_world_gives_the_same_address_again() =>
        Assert.Equal(Allocate(Cloud.New()).PublicIp, Allocate(Cloud.New()).PublicIp);

    [Fact]
    public void An_address_is_mapped_to_the_primary_private_address_and_back()
    {
        var (eip, face) = (Allocate(_cloud), Face());
        var association = Associate(eip, face);
        var seen = Find(eip);
        Assert.Equal((face.PrivateIpAddress, association), (seen.PrivateIpAddress, seen.AssociationId));
        Assert.Equal(eip.PublicIp, Find(face).Association!.PublicIp);
        Assert.Equal(
            $"ec2-{eip.PublicIp!.Replace('.', '-')}.eu-west-1.compute.amazonaws.com",
            Find(face).Association!.PublicDnsName);
        Assert.Equal(association, Associate(eip, face));

        _cloud.Run(new DisassociateAddress(), new() { AssociationId = association });
        Assert.Null(Find(eip).AssociationId);
        Assert.Null(Find(face).Association);
        Assert.Equal("InvalidAssociationID.NotFound", Cloud.Refusal(() =>
            _cloud.Run(new DisassociateAddress(), new() { AssociationId = association })));
    }

    [Fact]
    public void Mapping_elsewhere_undoes_what_was_unless_that_is_forbidden()
    {
        var (first, second) = (Allocate(_cloud), Allocate(_cloud));
        var (here, there) = (Face(), Face());
        var before = Associate(first, here);
        Assert.Equal("Resource.AlreadyAssociated", Cloud.Refusal(() => Associate(first, there, false)));
        Assert.Equal("Resource.AlreadyAssociated", Cloud.Refusal(() => Associate(second, here, false)));
        Assert.NotEqual(before, Associate(first, there));
        Assert.Null(Find(here).Association);

        Associate(second, there);
        Assert.Null(Find(first).AssociationId);
        Assert.Equal(second.PublicIp, Find(there).Association!.PublicIp);
    }

    [Fact]
    public void A_vpc_without_an_internet_gateway_takes_no_address()
    {
        var vpc = _cloud.Run(new CreateVpc(), new() { CidrBlock = "10.2.0.0/16" }).Vpc!;
        var subnet = _cloud.Run(new CreateSubnet(), new() { VpcId = vpc.VpcId, CidrBlock = "10.2.0.0/24" }).Subnet!;
        var (eip, face) = (Allocate(_cloud), Face(subnet.SubnetId));
        Assert.Equal("Gateway.NotAttached", Cloud.Refusal(() => Associate(eip, face)));
        PutGateway(vpc);
        Associate(eip, face);
    }

    [Fact]
    public void An_address_in_use_is_released_only_in_the_default_vpc()
    {
        var vpc = _cloud.Run(new CreateVpc(), new() { CidrBlock = "10.2.0.0/16" }).Vpc!;
        PutGateway(vpc);
        var subnet = _cloud.Run(new CreateSubnet(), new() { VpcId = vpc.VpcId, CidrBlock = "10.2.0.0/24" }).Subnet!;
        var (eip, other) = (Allocate(_cloud), Allocate(_cloud));
        var association = Associate(eip, Face(subnet.SubnetId));
        Assert.Equal("InvalidIPAddress.InUse", Cloud.Refusal(() => Release(eip)));
        _cloud.Run(new DisassociateAddress(), new() { AssociationId = association });
        Release(eip);
        Assert.Equal("InvalidAllocationID.NotFound", Cloud.Refusal(() => Release(eip)));

        Associate(other, Face());
        Release(other);
    }

    [Fact]
    public void A_released_address_can_be_recovered_by_who_had_it()
    {
        var eip = Allocate(_cloud);
        Assert.Equal("InvalidAddress.NotFound", Cloud.Refusal(() => Recover(_cloud, eip)));
        Release(eip);
        Assert.Equal(
            "InvalidAddress.NotFound", Cloud.Refusal(() => Recover(_cloud.In("eu-west-1", "210987654321"), eip)));
        Assert.Equal(eip.PublicIp, Recover(_cloud, eip).PublicIp);
    }

    [Fact]
    public void A_name_in_reverse_dns_locks_the_address_until_it_is_reset()
    {
        var eip = Allocate(_cloud);
        Assert.Null(Ptr(eip));
        _cloud.Run(
            new ModifyAddressAttribute(), new() { AllocationId = eip.AllocationId, DomainName = "mail.example.com" });
        Assert.Equal("mail.example.com.", Ptr(eip));
        Assert.Equal("InvalidAddress.Locked", Cloud.Refusal(() => Release(eip)));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => _cloud.Run(
            new ModifyAddressAttribute(), new() { AllocationId = eip.AllocationId, DomainName = "-no-.example" })));
        _cloud.Run(
            new ResetAddressAttribute(),
            new() { AllocationId = eip.AllocationId, Attribute = AddressAttributeName.DomainName });
        Assert.Null(Ptr(eip));
        Release(eip);
    }

    [Fact]
    public void A_private_address_has_to_be_the_interfaces_and_an_instance_has_to_exist()
    {
        var (eip, face) = (Allocate(_cloud), Face());
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => _cloud.Run(new AssociateAddress(), new()
        {
            AllocationId = eip.AllocationId, NetworkInterfaceId = face.NetworkInterfaceId,
            PrivateIpAddress = "172.31.0.99",
        })));
        Assert.Equal("InvalidInstanceID.NotFound", Cloud.Refusal(() => _cloud.Run(
            new AssociateAddress(), new() { AllocationId = eip.AllocationId, InstanceId = "i-0123456789abcdef0" })));
        Assert.Equal("MissingParameter", Cloud.Refusal(() => _cloud.Run(new AssociateAddress(), new())));
    }

    [Fact]
    public void Addresses_are_found_by_the_filters_of_the_reference()
    {
        var (eip, face) = (Allocate(_cloud), Face());
        Allocate(_cloud);
        var association = Associate(eip, face);
        (string Name, string Value)[] filters =
        [
            ("allocation-id", eip.AllocationId!), ("association-id", association!), ("public-ip", eip.PublicIp!),
            ("network-interface-id", face.NetworkInterfaceId!), ("network-interface-owner-id", "123456789012"),
            ("private-ip-address", face.PrivateIpAddress!),
        ];
        Assert.All(filters, f => Assert.Equal(eip.AllocationId, Assert.Single(Filtered(f.Name, f.Value)).AllocationId));
        Assert.Equal(2, Filtered("network-border-group", "eu-west-1").Count);
        Assert.Empty(Filtered("instance-id", "*"));
        Assert.Empty(Filtered("tag-key", "*"));
        Assert.Equal("InvalidAddress.NotFound", Cloud.Refusal(() =>
            _cloud.Run(new DescribeAddresses(), new() { PublicIps = ["3.3.3.3"] })));
    }

    private static AllocateAddressResult Allocate(Cloud cloud) => cloud.Run(new AllocateAddress(), new());

    private static AllocateAddressResult Recover(Cloud cloud, AllocateAddressResult eip) =>
        cloud.Run(new AllocateAddress(), new() { Address = eip.PublicIp });

    private ReleaseAddressResult Release(AllocateAddressResult eip) =>
        _cloud.Run(new ReleaseAddress(), new() { AllocationId = eip.AllocationId });

    private string? Associate(AllocateAddressResult eip, NetworkInterface face, bool? again = null) => _cloud.Run(
        new AssociateAddress(),
        new()
        {
            AllocationId = eip.AllocationId, NetworkInterfaceId = face.NetworkInterfaceId, AllowReassociation = again,
        }).AssociationId;

    private string? Ptr(AllocateAddressResult eip) => _cloud.Run(
        new DescribeAddressesAttribute(), new() { AllocationIds = [eip.AllocationId!] }).Addresses!.Single().PtrRecord;

    private Address Find(AllocateAddressResult eip) =>
        _cloud.Run(new DescribeAddresses(), new() { AllocationIds = [eip.AllocationId!] }).Addresses!.Single();

    private IReadOnlyList<Address> Filtered(string name, string value) =>
        _cloud.Run(new DescribeAddresses(), new() { Filters = [new() { Name = name, Values = [value] }] }).Addresses!;

    private NetworkInterface Find(NetworkInterface face) => _cloud.Run(
        new DescribeNetworkInterfaces(),
        new() { NetworkInterfaceIds = [face.NetworkInterfaceId!] }).NetworkInterfaces!.Single();

    private NetworkInterface Face(string? subnet = null)
    {
        subnet ??= _cloud.Run(new DescribeSubnets(), new()
        {
            Filters = [new() { Name = "availability-zone", Values = ["eu-west-1a"] }],
        }).Subnets!.First(s => s.DefaultForAz == true).SubnetId;
        return _cloud.Run(new CreateNetworkInterface(), new() { SubnetId = subnet }).NetworkInterface!;
    }

    private void PutGateway(Vpc vpc) => _cloud.Do(call =>
    {
        call.Write(Tables.InternetGateways).Put(
            new() { Id = call.NewId<InternetGatewayId>(), VpcId = new(vpc.VpcId!) });
        return DefaultVpc.Find(call);
    });
}
