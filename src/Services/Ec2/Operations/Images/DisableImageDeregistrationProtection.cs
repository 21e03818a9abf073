using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Keeps an image from being deregistered no more, or a day longer.</summary>
public sealed class DisableImageDeregistrationProtection
    : IWriteOperation<DisableImageDeregistrationProtectionRequest, DisableImageDeregistrationProtectionResult>
{
    /// <inheritdoc/>
    public DisableImageDeregistrationProtectionResult Run(
        DisableImageDeregistrationProtectionRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        call.Write(VolumeTables.Images).Put(ImageProtection.Disabled(image, call.Now));
        return new() { Return = "true" };
    }
}
