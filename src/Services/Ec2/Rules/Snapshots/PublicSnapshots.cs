using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// How an account keeps its snapshots of a region from being public: new ones, or all, and then those that are shared
/// with everybody keep that permission and are private all the same. Source: EC2 API Reference,
/// EnableSnapshotBlockPublicAccess.
/// </summary>
internal static class PublicSnapshots
{
    /// <summary>Whether everybody may use a snapshot of a region.</summary>
    public static bool Is(ReadCall call, string region, SnapshotRecord snapshot) => snapshot.IsPublic
        && AccountSettings.Of(call, new(snapshot.OwnerId, region)).PublicSnapshots
            != SnapshotBlockPublicAccessState.BlockAllSharing;

    /// <summary>Refuses to make a snapshot public where that is blocked.</summary>
    /// <exception cref="ServiceException">OperationNotPermitted; guessed, with its wording.</exception>
    public static void CheckSharing(ReadCall call, SnapshotRecord before, SnapshotRecord after)
    {
        if (after.IsPublic && !before.IsPublic
            && AccountSettings.Of(call).PublicSnapshots != SnapshotBlockPublicAccessState.Unblocked)
        {
            throw Errors.OperationNotPermitted(
                $"The snapshot '{before.Id}' can't be publicly shared because block public access for snapshots is "
                + "enabled in this Region.");
        }
    }
}
