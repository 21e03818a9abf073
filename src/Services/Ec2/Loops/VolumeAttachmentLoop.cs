using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves attachments of volumes on: attaching to attached, detaching to gone. An attachment is never busy: the systems
/// of instances here let a volume go at once. AWS documents no durations: guessed.
/// </summary>
public sealed class VolumeAttachmentLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the volume, a space, the instance.</summary>
    internal const string TimerKind = "ec2.volume-attachment";

    private static readonly TimeSpan Attaching = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Detaching = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Gives a volume a new attachment.</summary>
    internal static void Begin(Call call, VolumeRecord volume, VolumeAttachmentRecord attachment)
    {
        InstanceVolumes.Put(call, volume with { Attachments = volume.Attachments.Add(attachment) });
        call.Settle(TimerKind, Attaching, Subject(volume, attachment));
    }

    /// <summary>Sets an attachment on its way out.</summary>
    /// <returns>The attachment as it is then.</returns>
    internal static VolumeAttachmentRecord End(
        Call call, VolumeRecord volume, VolumeAttachmentRecord attachment, bool force)
    {
        var ending = attachment with { State = VolumeAttachmentState.Detaching };
        var subject = Subject(volume, attachment);
        InstanceVolumes.Put(call, With(volume, attachment, ending));
        call.Cancel(TimerKind, subject);
        call.Settle(TimerKind, force ? TimeSpan.Zero : Detaching, subject);
        return ending;
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var parts = subject.Split(' ');
        var volume = call.Read(VolumeTables.Volumes).Find(new(parts[0]));
        if (volume is null || InstanceVolumes.AttachmentTo(volume, new(parts[1])) is not { } attachment)
        {
            return;
        }

        if (attachment.State == VolumeAttachmentState.Attaching)
        {
            InstanceVolumes.Put(
                call, With(volume, attachment, attachment with { State = VolumeAttachmentState.Attached }));
            VolumeEvents.Tell(call, volume.Id, "attachVolume", "attached", attachment.InstanceId);
        }
        else if (attachment.State == VolumeAttachmentState.Detaching)
        {
            InstanceVolumes.Put(call, volume with { Attachments = volume.Attachments.Remove(attachment) });
            VolumeEvents.Tell(call, volume.Id, "detachVolume", "detached", attachment.InstanceId);
        }
    }

    private static VolumeRecord With(
        VolumeRecord volume, VolumeAttachmentRecord before, VolumeAttachmentRecord after) =>
        volume with { Attachments = volume.Attachments.Replace(before, after) };

    private static string Subject(VolumeRecord volume, VolumeAttachmentRecord attachment) =>
        $"{volume.Id} {attachment.InstanceId}";
}
