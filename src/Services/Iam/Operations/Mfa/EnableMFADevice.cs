using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>
/// Gives a user a device, which has to show two codes that follow one another. The root user bears the account's name.
/// </summary>
public sealed class EnableMFADevice : IWriteOperation<EnableMFADeviceRequest, EnableMFADeviceResult>
{
    /// <inheritdoc/>
    public EnableMFADeviceResult Run(EnableMFADeviceRequest request, Call call)
    {
        var owner = Devices.OwnerOf(call, request.UserName == call.Account ? null : request.UserName);
        var device = Devices.Get(call, request.SerialNumber!);
        if (device.User is not null)
            throw Errors.Exists($"MFA Device is already in use: {device.Serial}");
        call.Hold(IamQuotas.DevicesPerUser, Devices.Of(call, owner).Count(),
            limit => Errors.Quota("MfaDevicesPerUser", limit));
        device = Devices.Synchronized(call, device, request.AuthenticationCode1!, request.AuthenticationCode2!);
        call.Ours(Tables.Devices).Put(device with { User = owner, EnabledAt = call.Now });
        return new();
    }
}
