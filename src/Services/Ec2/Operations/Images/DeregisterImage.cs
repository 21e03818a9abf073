using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>DeregisterImage.</summary>
public sealed class DeregisterImage : IWriteOperation<DeregisterImageRequest, DeregisterImageResult>
{
    /// <inheritdoc/>
    public DeregisterImageResult Run(DeregisterImageRequest request, Call call) => new();
}
