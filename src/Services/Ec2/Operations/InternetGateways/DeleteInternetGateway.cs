using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InternetGateways;

/// <summary>Deletes an internet gateway that is attached to nothing. Routes to it stay, as blackholes.</summary>
public sealed class DeleteInternetGateway : IWriteOperation<DeleteInternetGatewayRequest, DeleteInternetGatewayResult>
{
    /// <inheritdoc/>
    public DeleteInternetGatewayResult Run(DeleteInternetGatewayRequest request, Call call)
    {
        var gateway = Ec2Kinds.InternetGateway.Get(call, request.InternetGatewayId!);
        if (gateway.VpcId is not null)
        {
            throw Errors.DependencyViolation(
                $"The internetGateway '{gateway.Id}' has dependencies and cannot be deleted.");
        }

        call.Write(Tables.InternetGateways).Remove(gateway.Id);
        TagStore.Forget(call, gateway.Id.Value);
        return new();
    }
}
