using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves changes of volumes on: modifying to optimizing, when the volume is what it is to be, and to completed. Source:
/// Amazon EBS User Guide, "Monitor the progress of Amazon EBS volume modifications".
/// </summary>
public sealed class VolumeModificationLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the volume's id.</summary>
    internal const string TimerKind = "ec2.volume-modification";

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets a modification on its way; what it takes counts when the volume is so.</summary>
    internal static VolumeModificationRecord Begin(Call call, VolumeRecord volume, VolumeShapeRecord target)
    {
        var original = VolumePlans.ShapeOf(volume);
        var before = call.Read(VolumeTables.Modifications).Find(volume.Id);
        var modification = new VolumeModificationRecord
        {
            Id = volume.Id,
            StartTime = call.Now,
            DueTime = call.Now + VolumeModifications.Modifying + Optimizing(call, volume, original, target),
            Original = original,
            Target = target,
            Starts = [.. VolumeModifications.Counting(before, call.Now), call.Now],
        };
        call.Write(VolumeTables.Modifications).Put(modification);
        call.Settle(TimerKind, VolumeModifications.Modifying, volume.Id.Value);
        return modification;
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var modification = call.Read(VolumeTables.Modifications).Find(new(subject));
        if (modification is null || call.Read(VolumeTables.Volumes).Find(modification.Id) is not { } volume)
        {
            return;
        }

        if (modification.State == VolumeModificationState.Modifying)
        {
            Apply(call, volume, modification);
        }
        else if (modification.State == VolumeModificationState.Optimizing)
        {
            call.Write(VolumeTables.Modifications).Put(modification with
            {
                State = VolumeModificationState.Completed, EndTime = call.Now,
            });
            VolumeEvents.Tell(call, volume.Id, "modifyVolume", "completed");
        }
    }

    private static void Apply(Call call, VolumeRecord volume, VolumeModificationRecord modification)
    {
        var target = modification.Target;
        VolumeUsage.Count(call, VolumePlans.ShapeOf(volume), -1);
        VolumeUsage.Count(call, target, 1);
        InstanceVolumes.Put(call, volume with
        {
            Type = target.Type,
            Size = target.Size,
            Iops = target.Iops,
            Throughput = target.Throughput,
            MultiAttach = target.MultiAttach,
        });
        call.Write(VolumeTables.Modifications).Put(modification with { State = VolumeModificationState.Optimizing });
        VolumeEvents.Tell(call, volume.Id, "modifyVolume", "optimizing");
        call.Settle(TimerKind, Optimizing(call, volume, modification.Original, target), volume.Id.Value);
    }

    private static TimeSpan Optimizing(
        Call call, VolumeRecord volume, VolumeShapeRecord original, VolumeShapeRecord target) =>
        VolumeModifications.Optimizing(original, target, WrittenBytes.Full(volume, call.Now));
}
