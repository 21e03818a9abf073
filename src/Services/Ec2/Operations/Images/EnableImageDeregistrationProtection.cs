using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Keeps an image from being deregistered.</summary>
public sealed class EnableImageDeregistrationProtection
    : IWriteOperation<EnableImageDeregistrationProtectionRequest, EnableImageDeregistrationProtectionResult>
{
    /// <inheritdoc/>
    public EnableImageDeregistrationProtectionResult Run(EnableImageDeregistrationProtectionRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        call.Write(VolumeTables.Images).Put(ImageProtection.Enabled(image, request.WithCooldown == true));
        return new() { Return = "true" };
    }
}
