using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>Makes the default VPC of the region again after it was deleted.</summary>
public sealed class CreateDefaultVpc : IWriteOperation<CreateDefaultVpcRequest, CreateDefaultVpcResult>
{
    /// <inheritdoc/>
    public CreateDefaultVpcResult Run(CreateDefaultVpcRequest request, Call call)
    {
        if (DefaultVpc.Find(call) is not null)
        {
            throw new Core.ServiceException(
                "DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region.");
        }

        Limits.CheckVpcs(call);
        return new() { Vpc = VpcView.Of(DefaultVpc.Put(call), call) };
    }
}
