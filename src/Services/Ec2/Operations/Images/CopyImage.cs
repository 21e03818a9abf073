using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>CopyImage.</summary>
public sealed class CopyImage : IWriteOperation<CopyImageRequest, CopyImageResult>
{
    /// <inheritdoc/>
    public CopyImageResult Run(CopyImageRequest request, Call call) => new();
}
