using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.NetworkAcls;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A network ACL as the API writes it, with the final denials that nobody can remove.</summary>
internal static class NetworkAclView
{
    private static readonly Cidr AnyIpv4 = Cidr.Parse("0.0.0.0/0");
    private static readonly Cidr AnyIpv6 = Cidr.Parse("::/0");

    /// <summary>The ACL with its tags.</summary>
    public static NetworkAcl Of(NetworkAclRecord acl, ReadCall call) => new()
    {
        NetworkAclId = acl.Id.Value,
        VpcId = acl.VpcId.Value,
        OwnerId = call.Account,
        IsDefault = acl.IsDefault,
        Associations = [.. acl.Associations.Select(a => new NetworkAclAssociation
        {
            NetworkAclAssociationId = a.AssociationId, NetworkAclId = acl.Id.Value, SubnetId = a.SubnetId.Value,
        })],
        Entries = [.. AllEntries(acl, call).Select(EntryOf)],
        Tags = TagStore.View(call, acl.Id.Value),
    };

    /// <summary>The entries and the final denials: for IPv4 always, for IPv6 where the VPC has it.</summary>
    public static IEnumerable<NetworkAclEntryRecord> AllEntries(NetworkAclRecord acl, ReadCall call)
    {
        var hasIpv6 = call.Read(Tables.Vpcs).Find(acl.VpcId) is { Ipv6Cidrs.IsEmpty: false };
        return new[] { true, false }.SelectMany(egress => acl.Entries
            .Where(e => e.Egress == egress)
            .OrderBy(e => e.RuleNumber)
            .Append(Denial(egress, AclEntries.FinalRule, AnyIpv4))
            .Concat(hasIpv6 ? [Denial(egress, AclEntries.FinalRule + 1, AnyIpv6)] : []));
    }

    private static NetworkAclEntryRecord Denial(bool egress, int number, Cidr cidr) => new()
    {
        RuleNumber = number, Egress = egress, RuleAction = RuleAction.Deny, Protocol = "-1", Cidr = cidr,
    };

    private static NetworkAclEntry EntryOf(NetworkAclEntryRecord entry) => new()
    {
        RuleNumber = entry.RuleNumber,
        Egress = entry.Egress,
        RuleAction = entry.RuleAction,
        Protocol = entry.Protocol,
        CidrBlock = entry.Cidr.IsV6 ? null : entry.Cidr.ToString(),
        Ipv6CidrBlock = entry.Cidr.IsV6 ? entry.Cidr.ToString() : null,
        PortRange = entry.FromPort is { } from ? new() { From = from, To = entry.ToPort } : null,
        IcmpTypeCode = entry.IcmpType is { } type ? new() { Type = type, Code = entry.IcmpCode } : null,
    };
}
