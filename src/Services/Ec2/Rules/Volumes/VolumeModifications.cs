using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// When and how a volume may change. Sources: EC2 API Reference, ModifyVolume; Amazon EBS User Guide, "Modify a volume
/// using Amazon EBS Elastic Volumes" (up to four times in 24 hours, each after the one before; six hours for a full
/// TiB). Codes: "Error codes for the Amazon EC2 API"; wordings guessed.
/// </summary>
internal static class VolumeModifications
{
    /// <summary>How long a volume is modifying before it is what it is to be; guessed.</summary>
    public static readonly TimeSpan Modifying = TimeSpan.FromSeconds(10);

    private const int MostADay = 4;
    private const int DefaultIops = 3000;
    private const double HoursPerTib = 6;
    private const double Tib = 1L << 40;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>What the volume is to be like.</summary>
    /// <exception cref="ServiceException">Nothing is asked for, or there is no such volume.</exception>
    public static VolumeShapeRecord Target(VolumeRecord volume, ModifyVolumeRequest request)
    {
        if (request is { Size: null, VolumeType: null, Iops: null, Throughput: null, MultiAttachEnabled: null })
        {
            throw Errors.InvalidParameterCombination(
                "One of size, volumeType, iops, throughput and multiAttachEnabled must be specified.");
        }

        if (request.Size < volume.Size)
        {
            throw Errors.InvalidParameterValue("New size cannot be smaller than existing size");
        }

        var type = request.VolumeType ?? volume.Type;
        var provisioned = VolumeTypeFacts.Of(type).Iops is not null;
        return VolumeShapes.Complete(new(
            type,
            request.Size ?? volume.Size,
            request.Iops ?? (!provisioned ? null : type == volume.Type ? volume.Iops : DefaultIops),
            request.Throughput ?? (type == volume.Type ? volume.Throughput : null),
            MultiAttach(volume, type, request.MultiAttachEnabled)));
    }

    /// <summary>Refuses a modification that comes too early, or of a volume that is not there.</summary>
    /// <exception cref="ServiceException">
    /// IncorrectState, IncorrectModificationState, or VolumeModificationRateExceeded.
    /// </exception>
    public static void CheckTime(VolumeRecord volume, VolumeModificationRecord? before, DateTimeOffset now)
    {
        if (volume.State != VolumeState.Available)
        {
            throw Errors.IncorrectState($"Volume '{volume.Id}' is in the '{volume.State.ToWire()}' state.");
        }

        if (before is null)
        {
            return;
        }

        if (before.State is VolumeModificationState.Modifying or VolumeModificationState.Optimizing)
        {
            throw new ServiceException(
                "IncorrectModificationState",
                $"Cannot modify volume in modification state {before.State.ToWire().ToUpperInvariant()}");
        }

        var starts = Counting(before, now);
        if (starts.Count >= MostADay)
        {
            var next = starts[^MostADay] + Window;
            throw new ServiceException(
                "VolumeModificationRateExceeded",
                "You've reached the maximum modification rate per volume limit. The next modification is possible at "
                + next.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The starts that count at an instant, in order.</summary>
    public static IReadOnlyList<DateTimeOffset> Counting(VolumeModificationRecord? before, DateTimeOffset now) =>
        before is null ? [] : [.. before.Starts.Where(start => start > now - Window)];

    /// <summary>How long a volume is optimizing: by what is in it, if more than its size changes.</summary>
    public static TimeSpan Optimizing(VolumeShapeRecord original, VolumeShapeRecord target, long bytes)
    {
        if (original with { Size = target.Size } == target || original.Type == target.Type && target.Iops is null)
        {
            return Shortest;
        }

        var time = TimeSpan.FromHours(HoursPerTib * bytes / Tib);
        return time > Shortest ? time : Shortest;
    }

    /// <summary>From 0 to 100.</summary>
    public static long Progress(VolumeModificationRecord modification, DateTimeOffset now)
    {
        if (modification.State == VolumeModificationState.Completed)
        {
            return 100;
        }

        var all = modification.DueTime - modification.StartTime;
        return all <= TimeSpan.Zero ? 0
            : (long)Math.Clamp(100 * ((now - modification.StartTime) / all), 0, 99);
    }

    // Only io2 changes so: on while nobody has it, off while at most one has.
    private static bool MultiAttach(VolumeRecord volume, VolumeType type, bool? wanted)
    {
        if (volume.MultiAttach && type != volume.Type)
        {
            throw Errors.InvalidParameterCombination("The type of a Multi-Attach volume cannot be changed.");
        }

        if (wanted is not { } on || on == volume.MultiAttach)
        {
            return volume.MultiAttach;
        }

        if (volume.Type != VolumeType.Io2 || type != VolumeType.Io2)
        {
            throw Errors.InvalidParameterCombination("Multi-Attach can be changed for io2 volumes only.");
        }

        return volume.Attachments.Length > (on ? 0 : 1)
            ? throw Errors.IncorrectState($"Multi-Attach of '{volume.Id}' cannot be changed while it is attached.")
            : on;
    }
}
