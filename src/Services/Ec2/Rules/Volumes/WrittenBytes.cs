using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// The bytes in a volume as a function of time: while an instance that has it runs, it writes at a steady rate, to
/// blocks that held nothing as long as there are any. The rate is what the volume's tag declares, or a default, which is
/// guessed: about what an idle system logs. What loads write goes over blocks that hold something already.
/// </summary>
internal static class WrittenBytes
{
    /// <summary>The tag of a volume that declares how much is written to it, in MiB an hour.</summary>
    public const string Tag = "orrery:write-mib-per-hour";

    /// <summary>What is written without a declaration, in MiB an hour.</summary>
    public const int StandardMibPerHour = 16;

    private const long Mib = 1L << 20;
    private const long Gib = 1L << 30;

    /// <summary>The bytes that were ever written by then, not counting those it was made with.</summary>
    public static long Written(VolumeRecord volume, DateTimeOffset now)
    {
        if (volume.WritingSince is not { } since || now <= since)
        {
            return volume.WrittenBytes;
        }

        var more = (Int128)(now - since).Ticks * RateOf(volume) / TimeSpan.TicksPerHour;
        return (long)Int128.Min(volume.WrittenBytes + more, long.MaxValue);
    }

    /// <summary>The bytes in all of its blocks that hold something by then.</summary>
    public static long Full(VolumeRecord volume, DateTimeOffset now) => (long)Int128.Min(
        (Int128)volume.FirstBytes + Written(volume, now), volume.Size * Gib);

    /// <summary>Bytes an hour while it is written to.</summary>
    public static long RateOf(VolumeRecord volume) => (volume.WriteMibPerHour ?? StandardMibPerHour) * Mib;

    /// <summary>The volume with what was written by now among its bytes, written to from now on or no more.</summary>
    public static VolumeRecord Settled(VolumeRecord volume, DateTimeOffset now, bool goesOn) => volume with
    {
        WrittenBytes = Written(volume, now), WritingSince = goesOn ? now : null,
    };
}
