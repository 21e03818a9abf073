using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>
/// Takes back the date of an image's deprecation. That of a public image stays (EC2 User Guide, "Deprecate an Amazon
/// EC2 AMI"; the code is guessed).
/// </summary>
public sealed class DisableImageDeprecation
    : IWriteOperation<DisableImageDeprecationRequest, DisableImageDeprecationResult>
{
    /// <inheritdoc/>
    public DisableImageDeprecationResult Run(DisableImageDeprecationRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        if (image.IsPublic)
        {
            throw Errors.OperationNotPermitted(
                $"The image '{image.Id}' is public: its deprecation cannot be disabled.");
        }

        call.Write(VolumeTables.Images).Put(image with { DeprecateAt = null });
        return new() { Return = true };
    }
}
