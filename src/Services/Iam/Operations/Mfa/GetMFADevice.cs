using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>A device with who has it.</summary>
public sealed class GetMFADevice : IReadOperation<GetMFADeviceRequest, GetMFADeviceResult>
{
    /// <inheritdoc/>
    public GetMFADeviceResult Run(GetMFADeviceRequest request, ReadCall call)
    {
        var device = Devices.Get(call, request.SerialNumber!);
        if (request.UserName is { } name && device.User != Devices.OwnerOf(call, name))
            throw Errors.NoSuchEntity($"MFA Device invalid for user: {device.Serial}");
        return new()
        {
            UserName = Devices.NameOf(call, device), SerialNumber = device.Serial.Value, EnableDate = device.EnabledAt,
        };
    }
}
