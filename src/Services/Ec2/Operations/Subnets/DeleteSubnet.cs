using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>Deletes a subnet in which nothing is left, with its associations and reservations.</summary>
public sealed class DeleteSubnet : IWriteOperation<DeleteSubnetRequest, DeleteSubnetResult>
{
    /// <inheritdoc/>
    public DeleteSubnetResult Run(DeleteSubnetRequest request, Call call)
    {
        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId!);
        if (call.Read(Tables.NetworkInterfaces).HasAny(Tables.InterfacesBySubnet, subnet.Id.Value))
        {
            throw Errors.DependencyViolation(
                $"The subnet '{subnet.Id}' has dependencies and cannot be deleted.");
        }

        SubnetParts.Remove(call, subnet.Id);
        return new();
    }
}
