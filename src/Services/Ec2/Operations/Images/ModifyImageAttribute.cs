using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>ModifyImageAttribute.</summary>
public sealed class ModifyImageAttribute : IWriteOperation<ModifyImageAttributeRequest, ModifyImageAttributeResult>
{
    /// <inheritdoc/>
    public ModifyImageAttributeResult Run(ModifyImageAttributeRequest request, Call call) => new();
}
