using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.NetworkAcls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Puts another entry in the place of the one with its number and direction.</summary>
public sealed class ReplaceNetworkAclEntry
    : IWriteOperation<ReplaceNetworkAclEntryRequest, ReplaceNetworkAclEntryResult>
{
    /// <inheritdoc/>
    public ReplaceNetworkAclEntryResult Run(ReplaceNetworkAclEntryRequest request, Call call)
    {
        var acl = Ec2Kinds.NetworkAcl.Get(call, request.NetworkAclId!);
        var entry = AclEntries.Read(new(
            request.RuleNumber!.Value, request.Egress!.Value, request.RuleAction!.Value, request.Protocol!)
        {
            CidrBlock = request.CidrBlock,
            Ipv6CidrBlock = request.Ipv6CidrBlock,
            Icmp = request.IcmpTypeCode,
            Ports = request.PortRange,
        });
        var old = AclEntries.Find(acl, entry.RuleNumber, entry.Egress) ?? throw new ServiceException(
            "InvalidNetworkAclEntry.NotFound",
            $"The network acl entry identified by {entry.RuleNumber} does not exist.");
        call.Write(Tables.NetworkAcls).Put(acl with { Entries = acl.Entries.Replace(old, entry) });
        return new();
    }
}
