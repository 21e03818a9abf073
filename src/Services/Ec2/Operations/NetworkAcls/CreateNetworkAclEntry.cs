using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.NetworkAcls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Adds an entry under a number that is free.</summary>
public sealed class CreateNetworkAclEntry : IWriteOperation<CreateNetworkAclEntryRequest, CreateNetworkAclEntryResult>
{
    /// <inheritdoc/>
    public CreateNetworkAclEntryResult Run(CreateNetworkAclEntryRequest request, Call call)
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
        if (AclEntries.Find(acl, entry.RuleNumber, entry.Egress) is not null)
        {
            throw new ServiceException(
                "NetworkAclEntryAlreadyExists",
                $"The network acl entry identified by {entry.RuleNumber} already exists.");
        }

        var grown = acl with { Entries = acl.Entries.Add(entry) };
        AclEntries.CheckLimit(call, grown);
        call.Write(Tables.NetworkAcls).Put(grown);
        return new();
    }
}
