using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>DisableImageDeprecation.</summary>
public sealed class DisableImageDeprecation : IWriteOperation<DisableImageDeprecationRequest, DisableImageDeprecationResult>
{
    /// <inheritdoc/>
    public DisableImageDeprecationResult Run(DisableImageDeprecationRequest request, Call call) => new();
}
