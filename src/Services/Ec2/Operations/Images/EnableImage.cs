using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>EnableImage.</summary>
public sealed class EnableImage : IWriteOperation<EnableImageRequest, EnableImageResult>
{
    /// <inheritdoc/>
    public EnableImageResult Run(EnableImageRequest request, Call call) => new();
}
