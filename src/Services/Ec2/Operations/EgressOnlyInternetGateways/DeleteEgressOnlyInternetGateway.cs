using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.EgressOnlyInternetGateways;

/// <summary>Deletes an egress-only internet gateway. Routes to it stay, as blackholes.</summary>
public sealed class DeleteEgressOnlyInternetGateway
    : IWriteOperation<DeleteEgressOnlyInternetGatewayRequest, DeleteEgressOnlyInternetGatewayResult>
{
    /// <inheritdoc/>
    public DeleteEgressOnlyInternetGatewayResult Run(DeleteEgressOnlyInternetGatewayRequest request, Call call)
    {
        var gateway = Ec2Kinds.EgressOnlyInternetGateway.Get(call, request.EgressOnlyInternetGatewayId!);
        call.Write(Tables.EgressOnlyInternetGateways).Remove(gateway.Id);
        TagStore.Forget(call, gateway.Id.Value);
        return new() { ReturnCode = true };
    }
}
