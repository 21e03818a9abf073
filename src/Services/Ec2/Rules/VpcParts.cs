using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// What comes with every VPC: a main route table, a default network ACL that lets everything through, and a default
/// security group that lets its own members in and everything out. Source: Amazon VPC User Guide, "VPC basics".
/// </summary>
internal static class VpcParts
{
    private static readonly Cidr AnyIpv4 = Cidr.Parse("0.0.0.0/0");
    private static readonly Cidr AnyIpv6 = Cidr.Parse("::/0");

    /// <summary>Puts a new VPC and what comes with it.</summary>
    public static void Put(Call call, VpcRecord vpc)
    {
        call.Write(Tables.Vpcs).Put(vpc);
        call.Write(Tables.RouteTables).Put(new RouteTableRecord
        {
            Id = call.NewId<RouteTableId>(),
            VpcId = vpc.Id,
            Associations = [new() { AssociationId = call.NewId("rtbassoc"), Main = true }],
        });
        call.Write(Tables.NetworkAcls).Put(new NetworkAclRecord
        {
            Id = call.NewId<NetworkAclId>(),
            VpcId = vpc.Id,
            IsDefault = true,
            Entries = DefaultEntries(vpc),
        });
        PutDefaultGroup(call, vpc);
    }

    /// <summary>The main route table of a VPC.</summary>
    public static RouteTableRecord MainRouteTable(ReadCall call, VpcId vpc) =>
        call.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociated, vpc.Value).Single();

    /// <summary>The default network ACL of a VPC.</summary>
    public static NetworkAclRecord DefaultNetworkAcl(ReadCall call, VpcId vpc) =>
        call.Read(Tables.NetworkAcls).By(Tables.NetworkAclsByVpc, vpc.Value).Single(acl => acl.IsDefault);

    /// <summary>The default security group of a VPC: the one named default, a name that nobody else may give.</summary>
    public static SecurityGroupRecord DefaultSecurityGroup(ReadCall call, VpcId vpc) =>
        call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, vpc.Value).Single(g => g.Name == "default");

    /// <summary>The entries of rule 100 that a default ACL begins with (and 101 for IPv6).</summary>
    public static System.Collections.Immutable.ImmutableArray<NetworkAclEntryRecord> DefaultEntries(VpcRecord vpc)
    {
        NetworkAclEntryRecord Allow(int number, bool egress, Cidr cidr) => new()
        {
            RuleNumber = number, Egress = egress, RuleAction = RuleAction.Allow, Protocol = "-1", Cidr = cidr,
        };
        return vpc.Ipv6Cidrs.IsEmpty
            ? [Allow(100, false, AnyIpv4), Allow(100, true, AnyIpv4)]
            : [
                Allow(100, false, AnyIpv4), Allow(101, false, AnyIpv6),
                Allow(100, true, AnyIpv4), Allow(101, true, AnyIpv6),
            ];
    }

    private static void PutDefaultGroup(Call call, VpcRecord vpc)
    {
        var group = new SecurityGroupRecord
        {
            Id = call.NewId<SecurityGroupId>(),
            VpcId = vpc.Id,
            Name = "default",
            Description = "default VPC security group",
        };
        call.Write(Tables.SecurityGroups).Put(group);
        var rules = call.Write(Tables.SecurityGroupRules);
        var template = new SecurityGroupRuleRecord
        {
            Id = call.NewId<SecurityGroupRuleId>(), GroupId = group.Id, IpProtocol = "-1", FromPort = -1, ToPort = -1,
        };
        rules.Put(template with { ReferencedGroup = new() { GroupId = group.Id, UserId = call.Account } });
        rules.Put(template with { Id = call.NewId<SecurityGroupRuleId>(), IsEgress = true, Cidr = AnyIpv4 });
        if (!vpc.Ipv6Cidrs.IsEmpty)
        {
            rules.Put(template with { Id = call.NewId<SecurityGroupRuleId>(), IsEgress = true, Cidr = AnyIpv6 });
        }
    }
}
