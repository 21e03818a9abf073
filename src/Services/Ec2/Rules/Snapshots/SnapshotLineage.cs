using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// Which snapshots share blocks: those of one volume, and their copies under the same key in one account and region.
/// Source: EBS User Guide, "Incremental snapshot copies". A volume made of a snapshot begins anew: guessed.
/// </summary>
internal static class SnapshotLineage
{
    /// <summary>The lineage of a copy.</summary>
    public static string OfCopy(SnapshotRecord source, string? key) =>
        key == source.KmsKeyId ? source.Lineage : $"{source.Lineage} {key}";

    /// <summary>The bytes that a snapshot alone keeps, or a new one will.</summary>
    public static long StoredBytes(ReadCall call, SnapshotRecord snapshot)
    {
        long? before = null;
        foreach (var other in call.Read(VolumeTables.Snapshots)
            .By(VolumeTables.SnapshotsByLineage, snapshot.Lineage))
        {
            if (IsBefore(other, snapshot) && (before is null || other.WrittenBytes > before))
            {
                before = other.WrittenBytes;
            }
        }

        return SnapshotChain.Added(snapshot.WrittenBytes, snapshot.FullBytes, before);
    }

    // Of two as of the same instant, such as an original and its copy, the one that is older keeps the blocks.
    private static bool IsBefore(SnapshotRecord one, SnapshotRecord other) =>
        one.Id != other.Id
        && one.State != Wire.Generated.Ec2.SnapshotState.Error
        && (one.WrittenBytes, one.StartTime).CompareTo((other.WrittenBytes, other.StartTime)) is var order
        && (order < 0 || (order == 0 && one.Id.CompareTo(other.Id) < 0));
}
