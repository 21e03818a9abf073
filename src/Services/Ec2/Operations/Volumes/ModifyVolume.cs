using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>ModifyVolume.</summary>
public sealed class ModifyVolume : IWriteOperation<ModifyVolumeRequest, ModifyVolumeResult>
{
    /// <inheritdoc/>
    public ModifyVolumeResult Run(ModifyVolumeRequest request, Call call) => new();
}
