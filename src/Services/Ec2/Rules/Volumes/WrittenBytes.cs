using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>What has been written to a volume, as a function of time.</summary>
internal static class WrittenBytes
{
    private const long Gib = 1L << 30;

    /// <summary>The bytes ever written to it.</summary>
    public static long Written(VolumeRecord volume, DateTimeOffset now) => volume.WrittenBytes;

    /// <summary>The bytes in its blocks that were ever written, or came from its snapshot.</summary>
    public static long Full(VolumeRecord volume, DateTimeOffset now) =>
        Math.Min(volume.FirstBytes + Written(volume, now), volume.Size * Gib);
}
