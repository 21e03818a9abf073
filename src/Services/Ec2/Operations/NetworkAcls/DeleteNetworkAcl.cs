using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Deletes a network ACL that guards no subnet and is not the default one.</summary>
public sealed class DeleteNetworkAcl : IWriteOperation<DeleteNetworkAclRequest, DeleteNetworkAclResult>
{
    /// <inheritdoc/>
    public DeleteNetworkAclResult Run(DeleteNetworkAclRequest request, Call call)
    {
        var acl = Ec2Kinds.NetworkAcl.Get(call, request.NetworkAclId!);
        if (acl.IsDefault)
        {
            throw Errors.InvalidParameterValue($"You cannot delete the default network ACL {acl.Id}.");
        }

        if (!acl.Associations.IsEmpty)
        {
            throw Errors.DependencyViolation($"The networkAcl '{acl.Id}' has dependencies and cannot be deleted.");
        }

        call.Write(Tables.NetworkAcls).Remove(acl.Id);
        TagStore.Forget(call, acl.Id.Value);
        return new();
    }
}
