using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Lets the owner of a service pay for its endpoints, for good.</summary>
public sealed class ModifyVpcEndpointServicePayerResponsibility
    : IWriteOperation<
        ModifyVpcEndpointServicePayerResponsibilityRequest, ModifyVpcEndpointServicePayerResponsibilityResult>
{
    /// <inheritdoc/>
    public ModifyVpcEndpointServicePayerResponsibilityResult Run(
        ModifyVpcEndpointServicePayerResponsibilityRequest request, Call call)
    {
        var service = EndpointServices.Get(call, request.ServiceId!);
        call.Write(EndpointTables.Services).Put(service with { Payer = request.PayerResponsibility });
        return new() { ReturnValue = true };
    }
}
