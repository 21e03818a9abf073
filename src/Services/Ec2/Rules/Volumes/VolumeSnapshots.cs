using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
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
    public static SnapshotRecord Get(ReadCall call, string id, bool ofImage)
    {
        var found = (ofImage ? SnapshotLookup.Find(call, call.Region, new(id)) : null)
            ?? SnapshotLookup.Usable(call, call.Region, id);
        return found.State == SnapshotState.Completed
            ? found
            : throw Errors.IncorrectState($"Snapshot is in invalid state - {found.State.ToWire()}");
    }
}
