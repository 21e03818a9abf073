using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>ResetImageAttribute.</summary>
public sealed class ResetImageAttribute : IWriteOperation<ResetImageAttributeRequest, ResetImageAttributeResult>
{
    /// <inheritdoc/>
    public ResetImageAttributeResult Run(ResetImageAttributeRequest request, Call call) => new();
}
