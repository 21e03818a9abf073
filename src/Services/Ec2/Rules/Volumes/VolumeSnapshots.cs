using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>The snapshots that volumes can be made of: one's own, and those of others that are shared.</summary>
internal static class VolumeSnapshots
{
    /// <summary>The snapshot of an id, complete.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The id as the caller wrote it.</param>
    /// <param name="ofImage">Whether an image that may be launched names it: then it need not be shared.</param>
    /// <exception cref="ServiceException">
    /// InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound, or IncorrectState.
    /// </exception>
    public static SnapshotRecord Get(ReadCall call, string id, bool ofImage = false)
    {
        VolumeKinds.Snapshot.CheckForm(id);
        var found = call.Read(VolumeTables.Snapshots).Find(new(id)) ?? Shared(call, id, ofImage)
            ?? throw VolumeKinds.Snapshot.NotFound(id);
        return found.State == SnapshotState.Completed
            ? found
            : throw Errors.IncorrectState($"Snapshot is in invalid state - {found.State.ToWire()}");
    }

    private static SnapshotRecord? Shared(ReadCall call, string id, bool ofImage)
    {
        foreach (var scope in call.Scopes.Where(s => s.Region == call.Region && s.Account != call.Account))
        {
            if (call.Read(VolumeTables.Snapshots, scope).Find(new(id)) is { } snapshot)
            {
                return ofImage || snapshot.IsPublic || snapshot.Users.Contains(call.Account) ? snapshot : null;
            }
        }

        return null;
    }
}
