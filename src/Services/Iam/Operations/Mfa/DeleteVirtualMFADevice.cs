using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>Removes a virtual MFA device that nobody has.</summary>
public sealed class DeleteVirtualMFADevice
    : IWriteOperation<DeleteVirtualMFADeviceRequest, DeleteVirtualMFADeviceResult>
{
    /// <inheritdoc/>
    public DeleteVirtualMFADeviceResult Run(DeleteVirtualMFADeviceRequest request, Call call)
    {
        var device = Devices.Get(call, request.SerialNumber!);
        if (device.User is not null)
            throw new ServiceException("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.", 409);
        call.Ours(Tables.Devices).Remove(device.Serial);
        return new();
    }
}
