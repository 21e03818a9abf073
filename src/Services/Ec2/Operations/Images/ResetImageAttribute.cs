using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Takes back all permissions to launch an image: there is no other attribute that can be reset.</summary>
public sealed class ResetImageAttribute : IWriteOperation<ResetImageAttributeRequest, ResetImageAttributeResult>
{
    /// <inheritdoc/>
    public ResetImageAttributeResult Run(ResetImageAttributeRequest request, Call call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        call.Write(VolumeTables.Images).Put(image with { Users = [], IsPublic = false });
        return new();
    }
}
