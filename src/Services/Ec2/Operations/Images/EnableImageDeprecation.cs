using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Sets from when on an image is deprecated: others then see it only if they ask for it.</summary>
public sealed class EnableImageDeprecation
    : IWriteOperation<EnableImageDeprecationRequest, EnableImageDeprecationResult>
{
    /// <inheritdoc/>
    public EnableImageDeprecationResult Run(EnableImageDeprecationRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        var date = ImageDates.Deprecation(image, request.DeprecateAt!.Value, call.Now);
        call.Write(VolumeTables.Images).Put(image with { DeprecateAt = date });
        return new() { Return = true };
    }
}
