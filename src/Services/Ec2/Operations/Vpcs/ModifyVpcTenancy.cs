using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>
/// Makes a VPC of dedicated tenancy one of default tenancy; the other way there is none. Source: EC2 API Reference,
/// ModifyVpcTenancy; "Error codes for the Amazon EC2 API", InvalidTenancy.
/// </summary>
public sealed class ModifyVpcTenancy : IWriteOperation<ModifyVpcTenancyRequest, ModifyVpcTenancyResult>
{
    /// <inheritdoc/>
    public ModifyVpcTenancyResult Run(ModifyVpcTenancyRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        if (vpc.InstanceTenancy == Tenancy.Default)
        {
            throw new Core.ServiceException(
                "InvalidTenancy", $"The tenancy of the VPC '{vpc.Id}' is default and cannot be modified.");
        }

        call.Write(Tables.Vpcs).Put(vpc with { InstanceTenancy = Tenancy.Default });
        return new() { ReturnValue = true };
    }
}
