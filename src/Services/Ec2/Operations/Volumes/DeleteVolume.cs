using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Deletes a volume that no instance has.</summary>
public sealed class DeleteVolume : IWriteOperation<DeleteVolumeRequest, DeleteVolumeResult>
{
    /// <inheritdoc/>
    public DeleteVolumeResult Run(DeleteVolumeRequest request, Call call)
    {
        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        if (volume.Attachments is [var first, ..])
        {
            throw new ServiceException("VolumeInUse", $"Volume {volume.Id} is currently attached to {first.InstanceId}");
        }

        if (volume.State != VolumeState.Available)
        {
            throw Errors.IncorrectState($"Volume '{volume.Id}' is in the '{volume.State.ToWire()}' state.");
        }

        VolumeLoop.End(call, volume);
        return new();
    }
}
