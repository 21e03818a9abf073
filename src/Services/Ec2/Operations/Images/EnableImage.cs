using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Enables an image that was disabled.</summary>
public sealed class EnableImage : IWriteOperation<EnableImageRequest, EnableImageResult>
{
    /// <inheritdoc/>
    public EnableImageResult Run(EnableImageRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        ImageLife.Enable(call, image);
        return new() { Return = true };
    }
}
