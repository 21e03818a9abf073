using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>
/// Deletes a network interface that is attached to nothing; an Elastic IP address of it stays allocated.
/// </summary>
public sealed class DeleteNetworkInterface
    : IWriteOperation<DeleteNetworkInterfaceRequest, DeleteNetworkInterfaceResult>
{
    /// <inheritdoc/>
    public DeleteNetworkInterfaceResult Run(DeleteNetworkInterfaceRequest request, Call call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        if (face.Attachment is not null)
        {
            throw Errors.InvalidParameterValue($"Network interface '{face.Id}' is currently in use.");
        }

        InterfaceFactory.Remove(call, face.Id);
        return new();
    }
}
