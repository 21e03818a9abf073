using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Sets whether a volume that was found inconsistent goes on by itself.</summary>
public sealed class ModifyVolumeAttribute : IWriteOperation<ModifyVolumeAttributeRequest, ModifyVolumeAttributeResult>
{
    /// <inheritdoc/>
    public ModifyVolumeAttributeResult Run(ModifyVolumeAttributeRequest request, Call call)
    {
        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        var value = request.AutoEnableIO?.Value ?? throw Errors.Missing("AutoEnableIO");
        call.Write(VolumeTables.Volumes).Put(volume with { AutoEnableIo = value });
        return new();
    }
}
