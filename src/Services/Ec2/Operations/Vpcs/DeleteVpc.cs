using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>Deletes a VPC once nothing but what came with it is left in it.</summary>
public sealed class DeleteVpc : IWriteOperation<DeleteVpcRequest, DeleteVpcResult>
{
    /// <inheritdoc/>
    public DeleteVpcResult Run(DeleteVpcRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        if (VpcDependencies.Any(call, vpc.Id))
        {
            throw Errors.DependencyViolation($"The vpc '{vpc.Id}' has dependencies and cannot be deleted.");
        }

        VpcDependencies.RemoveParts(call, vpc.Id);
        PeeringEnds.WithVpc(call, vpc.Id);
        call.Write(Tables.Vpcs).Remove(vpc.Id);
        Tagging.TagStore.Forget(call, vpc.Id.Value);
        return new();
    }
}
