using Orrery.Services.Ec2.Operations.NetworkAcls;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class NetworkAclTests
{
    private readonly Cloud _cloud = Cloud.New();
    private readonly string _vpc;

    public NetworkAclTests() =>
        _vpc = _cloud.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/16" }).Vpc!.VpcId!;

    [Fact]
    public void A_new_ACL_denies_everything_and_its_final_rule_cannot_be_named()
    {
        var acl = NewAcl();
        Assert.All(
            View(acl).Entries!, e => Assert.Equal((32767, RuleAction.Deny), (e.RuleNumber!.Value, e.RuleAction)));
        Assert.Equal(2, View(acl).Entries!.Count);
        Assert.Equal("InvalidParameterValue", _cloud.Refused(new CreateNetworkAclEntry(), Entry(acl, 32767)));
    }

    [Fact]
    public void An_entry_is_made_once_replaced_and_deleted()
    {
        var acl = NewAcl();
        _cloud.Run(new CreateNetworkAclEntry(), Entry(acl, 100));
        Assert.Equal("NetworkAclEntryAlreadyExists", _cloud.Refused(new CreateNetworkAclEntry(), Entry(acl, 100)));
        _cloud.Run(new ReplaceNetworkAclEntry(), new()
        {
            NetworkAclId = acl, RuleNumber = 100, Egress = false, Protocol = "udp", RuleAction = RuleAction.Deny,
            CidrBlock = "10.1.2.3/8", PortRange = new() { From = 53, To = 53 },
        });
        var entry = View(acl).Entries!.Single(e => e.RuleNumber == 100);
        Assert.Equal(("17", "10.0.0.0/8", RuleAction.Deny), (entry.Protocol, entry.CidrBlock, entry.RuleAction));

        var delete = new DeleteNetworkAclEntryRequest { NetworkAclId = acl, RuleNumber = 100, Egress = false };
        _cloud.Run(new DeleteNetworkAclEntry(), delete);
        Assert.Equal("InvalidNetworkAclEntry.NotFound", _cloud.Refused(new DeleteNetworkAclEntry(), delete));
        Assert.Equal("InvalidNetworkAclEntry.NotFound", _cloud.Refused(new ReplaceNetworkAclEntry(), new()
        {
            NetworkAclId = acl, RuleNumber = 100, Egress = false, Protocol = "-1", RuleAction = RuleAction.Allow,
            CidrBlock = "0.0.0.0/0",
        }));
    }

    [Fact]
    public void TCP_needs_ports_and_an_entry_needs_one_block()
    {
        var acl = NewAcl();
        Assert.Equal("MissingParameter", _cloud.Refused(
            new CreateNetworkAclEntry(), Entry(acl, 100) with { PortRange = null }));
        Assert.Equal("MissingParameter", _cloud.Refused(
            new CreateNetworkAclEntry(), Entry(acl, 100) with { CidrBlock = null }));
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new CreateNetworkAclEntry(), Entry(acl, 100) with { Ipv6CidrBlock = "::/0" }));
        Assert.Equal("InvalidParameterValue", _cloud.Refused(
            new CreateNetworkAclEntry(), Entry(acl, 100) with { Protocol = "tpc" }));
    }

    [Fact]
    public void A_subnet_has_exactly_one_ACL_wherever_it_is_moved()
    {
        var made = _cloud.Run(new CreateSubnet(), new() { VpcId = _vpc, CidrBlock = "10.0.1.0/24" });
        var subnet = made.Subnet!.SubnetId!;
        var first = Guarding(subnet);
        Assert.True(first.IsDefault);
        var acl = NewAcl();
        var association = first.Associations!.Single(a => a.SubnetId == subnet).NetworkAclAssociationId!;
        var moved = _cloud.Run(new ReplaceNetworkAclAssociation(), new()
        {
            AssociationId = association, NetworkAclId = acl,
        });
        Assert.NotEqual(association, moved.NewAssociationId);
        Assert.Equal(acl, Guarding(subnet).NetworkAclId);
        Assert.Equal("InvalidAssociationID.NotFound", _cloud.Refused(
            new ReplaceNetworkAclAssociation(), new() { AssociationId = association, NetworkAclId = acl }));

        Assert.Equal("DependencyViolation", _cloud.Refused(new DeleteNetworkAcl(), new() { NetworkAclId = acl }));
        _cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet });
        _cloud.Run(new DeleteNetworkAcl(), new() { NetworkAclId = acl });
        Assert.Equal("InvalidNetworkAclID.NotFound", _cloud.Refused(
            new DeleteNetworkAcl(), new() { NetworkAclId = acl }));
        Assert.Equal("InvalidParameterValue", _cloud.Refused(
            new DeleteNetworkAcl(), new() { NetworkAclId = first.NetworkAclId }));
    }

    private static CreateNetworkAclEntryRequest Entry(string acl, int number) => new()
    {
        NetworkAclId = acl, RuleNumber = number, Egress = false, Protocol = "6", RuleAction = RuleAction.Allow,
        CidrBlock = "0.0.0.0/0", PortRange = new() { From = 80, To = 80 },
    };

    private string NewAcl() => _cloud.Run(new CreateNetworkAcl(), new() { VpcId = _vpc }).NetworkAcl!.NetworkAclId!;

    private NetworkAcl View(string acl) =>
        _cloud.Run(new DescribeNetworkAcls(), new() { NetworkAclIds = [acl] }).NetworkAcls!.Single();

    private NetworkAcl Guarding(string subnet) => _cloud.Run(new DescribeNetworkAcls(), new()
    {
        Filters = [new() { Name = "association.subnet-id", Values = [subnet] }],
    }).NetworkAcls!.Single();
}
