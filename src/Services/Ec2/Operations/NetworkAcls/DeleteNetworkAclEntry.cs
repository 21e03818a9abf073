using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.NetworkAcls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Removes the entry of a number and direction.</summary>
public sealed class DeleteNetworkAclEntry : IWriteOperation<DeleteNetworkAclEntryRequest, DeleteNetworkAclEntryResult>
{
    /// <inheritdoc/>
    public DeleteNetworkAclEntryResult Run(DeleteNetworkAclEntryRequest request, Call call)
    {
        var acl = Ec2Kinds.NetworkAcl.Get(call, request.NetworkAclId!);
        var old = AclEntries.Find(acl, request.RuleNumber!.Value, request.Egress!.Value) ?? throw new ServiceException(
            "InvalidNetworkAclEntry.NotFound",
            $"The network acl entry identified by {request.RuleNumber} does not exist.");
        call.Write(Tables.NetworkAcls).Put(acl with { Entries = acl.Entries.Remove(old) });
        return new();
    }
}
