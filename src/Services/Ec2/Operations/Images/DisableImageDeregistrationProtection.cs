using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>DisableImageDeregistrationProtection.</summary>
public sealed class DisableImageDeregistrationProtection : IWriteOperation<DisableImageDeregistrationProtectionRequest, DisableImageDeregistrationProtectionResult>
{
    /// <inheritdoc/>
    public DisableImageDeregistrationProtectionResult Run(DisableImageDeregistrationProtectionRequest request, Call call) => new();
}
