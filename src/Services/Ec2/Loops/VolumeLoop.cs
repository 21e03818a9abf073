using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves volumes on: creating to available, deleting to gone. Source: EC2 API Reference, Volume (states). AWS says
/// "several minutes" at most for deleting and nothing for creating: guessed.
/// </summary>
public sealed class VolumeLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the volume's id.</summary>
    internal const string TimerKind = "ec2.volume";

    private static readonly TimeSpan Making = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Deleting = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a new volume and sets it on its way.</summary>
    internal static void Begin(Call call, VolumeRecord volume)
    {
        call.Write(VolumeTables.Volumes).Put(volume);
        VolumeUsage.Count(call, VolumePlans.ShapeOf(volume), 1);
        call.Settle(TimerKind, Making, volume.Id.Value);
    }

    /// <summary>Sets a volume on its way out.</summary>
    internal static void End(Call call, VolumeRecord volume)
    {
        call.Write(VolumeTables.Volumes).Put(volume with { State = VolumeState.Deleting });
        call.Settle(TimerKind, Deleting, volume.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        switch (call.Read(VolumeTables.Volumes).Find(new(subject)))
        {
            case { State: VolumeState.Creating } volume:
                call.Write(VolumeTables.Volumes).Put(volume with { State = VolumeState.Available });
                VolumeEvents.Tell(call, volume.Id, "createVolume", "available");
                break;
            case { State: VolumeState.Deleting } volume:
                InstanceVolumes.Remove(call, volume);
                VolumeEvents.Tell(call, volume.Id, "deleteVolume", "deleted");
                break;
            default:
                break;
        }
    }
}
