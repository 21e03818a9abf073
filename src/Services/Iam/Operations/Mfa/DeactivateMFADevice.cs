using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>Takes a device from a user. It stays, and can be enabled again.</summary>
public sealed class DeactivateMFADevice : IWriteOperation<DeactivateMFADeviceRequest, DeactivateMFADeviceResult>
{
    /// <inheritdoc/>
    public DeactivateMFADeviceResult Run(DeactivateMFADeviceRequest request, Call call)
    {
        var owner = Devices.OwnerOf(call, request.UserName);
        var device = Devices.Get(call, request.SerialNumber!);
        if (device.User != owner) throw Errors.NoSuchEntity($"MFA Device invalid for user: {device.Serial}");
        call.Ours(Tables.Devices).Put(device with { User = null, EnabledAt = null });
        return new();
    }
}
