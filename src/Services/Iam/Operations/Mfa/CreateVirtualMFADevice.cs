using System.Text;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>
/// Makes a virtual MFA device: a secret, to be put into an authenticator by hand or by its picture. Shown this once.
/// </summary>
public sealed class CreateVirtualMFADevice
    : IWriteOperation<CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResult>
{
    // AWS's seeds have 64 characters of base 32.
    private const int SecretBytes = 40;

    /// <inheritdoc/>
    public CreateVirtualMFADeviceResult Run(CreateVirtualMFADeviceRequest request, Call call)
    {
        var devices = call.Ours(Tables.Devices);
        var serial = Arns.Of(call.Account, "mfa", Arns.Path(request.Path), request.VirtualMFADeviceName!);
        if (devices.Contains(new(serial)))
            throw Errors.Exists("MFADevice entity at the same path and name already exists.");
        Span<byte> secret = stackalloc byte[SecretBytes];
        call.Random.Fill(secret);
        var device = new DeviceRecord
        {
            Serial = new(serial), Seed = Base32.Encode(secret), Tags = TagRules.New(request.Tags),
        };
        devices.Put(device);
        return new()
        {
            VirtualMFADevice = new()
            {
                SerialNumber = serial,
                Base32StringSeed = Encoding.ASCII.GetBytes(device.Seed),
                QRCodePNG = Devices.Picture(call, request.VirtualMFADeviceName!, device.Seed),
                Tags = TagRules.View(device.Tags),
            },
        };
    }
}
