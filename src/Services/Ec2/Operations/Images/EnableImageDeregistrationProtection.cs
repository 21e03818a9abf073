using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>EnableImageDeregistrationProtection.</summary>
public sealed class EnableImageDeregistrationProtection : IWriteOperation<EnableImageDeregistrationProtectionRequest, EnableImageDeregistrationProtectionResult>
{
    /// <inheritdoc/>
    public EnableImageDeregistrationProtectionResult Run(EnableImageDeregistrationProtectionRequest request, Call call) => new();
}
