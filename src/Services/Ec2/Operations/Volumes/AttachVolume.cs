using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Attaches a volume to an instance that runs or is stopped.</summary>
public sealed class AttachVolume : IWriteOperation<AttachVolumeRequest, AttachVolumeResult>
{
    /// <inheritdoc/>
    public AttachVolumeResult Run(AttachVolumeRequest request, Call call)
    {
        if (request.EbsCardIndex is not (null or 0))
        {
            throw Errors.NotServed("further EBS cards (EbsCardIndex)");
        }

        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        VolumeAttachments.CheckAttach(call, volume, instance, request.Device!);
        var attachment = new VolumeAttachmentRecord
        {
            InstanceId = instance.Id,
            Device = request.Device!,
            State = VolumeAttachmentState.Attaching,
            AttachTime = call.Now,
        };
        VolumeAttachmentLoop.Begin(call, volume, attachment);
        var view = VolumeView.AttachmentOf(volume.Id, attachment, call);
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
