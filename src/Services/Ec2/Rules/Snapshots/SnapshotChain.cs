namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// How many bytes the snapshots of one volume take: each keeps the blocks that changed since the one before it that is
/// still there, and what it alone keeps moves to the next one when it goes. Source: EBS User Guide, "How Amazon EBS
/// snapshots work". A volume is taken to write its blocks one after another and round again, so that what changed
/// between two snapshots is what was written in between, but never more than there is.
/// </summary>
internal static class SnapshotChain
{
    /// <summary>The bytes of a snapshot that the one before it, if any, does not have.</summary>
    /// <param name="written">The bytes ever written to the volume by then.</param>
    /// <param name="full">The bytes in the volume's blocks then.</param>
    /// <param name="writtenBefore">The bytes ever written by the time of the snapshot before; null for none.</param>
    public static long Added(long written, long full, long? writtenBefore) =>
        writtenBefore is { } before ? Math.Clamp(written - before, 0, full) : full;

    /// <summary>The bytes that each snapshot of a volume keeps, given those that are still there, in order.</summary>
    public static IReadOnlyList<long> Stored(IReadOnlyList<(long Written, long Full)> chain) =>
        [.. chain.Select((s, i) => Added(s.Written, s.Full, i == 0 ? null : chain[i - 1].Written))];
}
