using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>EnableImageDeprecation.</summary>
public sealed class EnableImageDeprecation : IWriteOperation<EnableImageDeprecationRequest, EnableImageDeprecationResult>
{
    /// <inheritdoc/>
    public EnableImageDeprecationResult Run(EnableImageDeprecationRequest request, Call call) => new();
}
