using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>Sets a device right whose clock has run away: by two codes that follow one another.</summary>
public sealed class ResyncMFADevice : IWriteOperation<ResyncMFADeviceRequest, ResyncMFADeviceResult>
{
    /// <inheritdoc/>
    public ResyncMFADeviceResult Run(ResyncMFADeviceRequest request, Call call)
    {
        var owner = Devices.OwnerOf(call, request.UserName);
        var device = Devices.Get(call, request.SerialNumber!);
        if (device.User != owner) throw Errors.NoSuchEntity($"MFA Device invalid for user: {device.Serial}");
        call.Ours(Tables.Devices).Put(
            Devices.Synchronized(call, device, request.AuthenticationCode1!, request.AuthenticationCode2!));
        return new();
    }
}
