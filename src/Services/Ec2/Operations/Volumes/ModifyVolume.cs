using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Changes size, type or performance of a volume while it is in use.</summary>
public sealed class ModifyVolume : IWriteOperation<ModifyVolumeRequest, ModifyVolumeResult>
{
    /// <inheritdoc/>
    public ModifyVolumeResult Run(ModifyVolumeRequest request, Call call)
    {
        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        VolumeModifications.CheckTime(volume, call.Read(VolumeTables.Modifications).Find(volume.Id), call.Now);
        var target = VolumeModifications.Target(volume, request);
        CheckRoot(call, volume, target);
        CheckQuota(call, volume, target);
        return new()
        {
            VolumeModification = VolumeView.Of(VolumeModificationLoop.Begin(call, volume, target), call.Now),
        };
    }

    // Amazon EBS User Guide, "Amazon EBS volume types": st1 and sc1 are no boot volumes.
    private static void CheckRoot(Call call, VolumeRecord volume, VolumeShapeRecord target)
    {
        if (!VolumeTypeFacts.Of(target.Type).Boots && volume.Attachments.Any(a =>
            call.Read(InstanceTables.Instances).Find(a.InstanceId) is { } instance
            && VolumeAttachments.IsRoot(instance, a.Device)))
        {
            throw Errors.InvalidParameterCombination(
                $"A root volume cannot be of type {target.Type.ToWire()}.");
        }
    }

    private static void CheckQuota(Call call, VolumeRecord volume, VolumeShapeRecord target)
    {
        var before = VolumePlans.ShapeOf(volume);
        var stays = target.Type == before.Type;
        VolumeUsage.Check(
            call,
            target.Type,
            target.Size - (stays ? before.Size : 0),
            VolumeUsage.Provisioned(target) - (stays ? VolumeUsage.Provisioned(before) : 0));
    }
}
