using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>DisableImage.</summary>
public sealed class DisableImage : IWriteOperation<DisableImageRequest, DisableImageResult>
{
    /// <inheritdoc/>
    public DisableImageResult Run(DisableImageRequest request, Call call) => new();
}
