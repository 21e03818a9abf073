using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.NetworkAcls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkAcls;

/// <summary>Moves a subnet from one network ACL of its VPC to another.</summary>
public sealed class ReplaceNetworkAclAssociation
    : IWriteOperation<ReplaceNetworkAclAssociationRequest, ReplaceNetworkAclAssociationResult>
{
    /// <inheritdoc/>
    public ReplaceNetworkAclAssociationResult Run(ReplaceNetworkAclAssociationRequest request, Call call)
    {
        var target = Ec2Kinds.NetworkAcl.Get(call, request.NetworkAclId!);
        var acls = call.Read(Tables.NetworkAcls);
        var source = acls.By(Tables.NetworkAclsByAssociation, request.AssociationId!).FirstOrDefault()
            ?? throw new ServiceException(
                "InvalidAssociationID.NotFound", $"The association ID '{request.AssociationId}' does not exist");
        if (source.VpcId != target.VpcId)
        {
            throw Errors.InvalidParameterValue(
                $"The network ACL {target.Id} and the subnet of {request.AssociationId} belong to different networks.");
        }

        var subnet = source.Associations.First(a => a.AssociationId == request.AssociationId).SubnetId;
        return new() { NewAssociationId = AclAssociations.Move(call, subnet, target.Id) };
    }
}
