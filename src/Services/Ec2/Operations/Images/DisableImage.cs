using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Disables an image: it can be launched and shared no more.</summary>
public sealed class DisableImage : IWriteOperation<DisableImageRequest, DisableImageResult>
{
    /// <inheritdoc/>
    public DisableImageResult Run(DisableImageRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        ImageLife.Disable(call, image);
        return new() { Return = true };
    }
}
