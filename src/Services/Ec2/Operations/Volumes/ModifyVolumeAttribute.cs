using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>ModifyVolumeAttribute.</summary>
public sealed class ModifyVolumeAttribute : IWriteOperation<ModifyVolumeAttributeRequest, ModifyVolumeAttributeResult>
{
    /// <inheritdoc/>
    public ModifyVolumeAttributeResult Run(ModifyVolumeAttributeRequest request, Call call) => new();
}
