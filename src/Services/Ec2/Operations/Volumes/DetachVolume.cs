using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Takes a volume from an instance; with Force, without asking its system.</summary>
public sealed class DetachVolume : IWriteOperation<DetachVolumeRequest, DetachVolumeResult>
{
    /// <inheritdoc/>
    public DetachVolumeResult Run(DetachVolumeRequest request, Call call)
    {
        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        if (!string.IsNullOrEmpty(request.InstanceId))
        {
            InstanceKinds.Instance.Get(call, request.InstanceId);
        }

        var attachment = VolumeAttachments.Find(volume, request.InstanceId, request.Device);
        VolumeAttachments.CheckDetach(call, volume, attachment);
        var ending = VolumeAttachmentLoop.End(call, volume, attachment, request.Force == true);
        var view = VolumeView.AttachmentOf(volume.Id, ending, call);
        return new()
        {
            VolumeId = view.VolumeId,
            InstanceId = view.InstanceId,
            Device = view.Device,
            State = view.State,
            AttachTime = view.AttachTime,
            DeleteOnTermination = view.DeleteOnTermination,
            EbsCardIndex = view.EbsCardIndex,
        };
    }
}
